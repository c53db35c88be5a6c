// Azure.AI.OpenAI 2.x as far as assistants need it. Compiled by the tests that need it, over the OpenAI package.
using System;
using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Chat;
using OpenAI.Files;
using OpenAI.VectorStores;

namespace Azure.AI.OpenAI
{
    public class AzureOpenAIClientOptions : ClientPipelineOptions
    {
        public string UserAgentApplicationId { get; set; }
    }

    public class AzureOpenAIClient : OpenAIClient
    {
        public AzureOpenAIClient(Uri endpoint, ApiKeyCredential credential) { }
        public AzureOpenAIClient(Uri endpoint, ApiKeyCredential credential, AzureOpenAIClientOptions options) { }
        public AzureOpenAIClient(Uri endpoint, TokenCredential credential) { }
        public AzureOpenAIClient(Uri endpoint, TokenCredential credential, AzureOpenAIClientOptions options) { }
        protected AzureOpenAIClient() { }
        public override AssistantClient GetAssistantClient() => throw null;
        public override ChatClient GetChatClient(string deploymentName) => throw null;
        public override OpenAIFileClient GetOpenAIFileClient() => throw null;
        public override VectorStoreClient GetVectorStoreClient() => throw null;
    }
}

namespace Microsoft.Extensions.AI
{
    /// <summary>As in the previews of Microsoft.Extensions.AI.OpenAI.</summary>
    public static class OpenAIClientExtensions
    {
        public static object AsChatClient(this OpenAIClient openAIClient, string modelId) => throw null;
    }
}
