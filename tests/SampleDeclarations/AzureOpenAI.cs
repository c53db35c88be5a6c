// Azure.AI.OpenAI 2.x as far as samples/AzureOpenAIAssistants binds it.
using Azure.Core;
using OpenAI;

namespace Azure.AI.OpenAI;

public class AzureOpenAIClientOptions : System.ClientModel.Primitives.ClientPipelineOptions
{
}

public class AzureOpenAIClient : OpenAIClient
{
    public AzureOpenAIClient(Uri endpoint, TokenCredential credential, AzureOpenAIClientOptions options = null) => throw null;
}
