using System.ClientModel;
using AgentsMigration.Adapter;
using OpenAI;

namespace ReadmeSnippets;

public static class OpenAISnippet
{
    public static OpenAIClient Create(string apiKey)
    {
        LegacyAgentsAdapter adapter = LegacyAgentsAdapter.ForOpenAI(apiKey);

        OpenAIClientOptions options = new();
        options.UseAgentsV2(adapter);
        OpenAIClient client = new(new ApiKeyCredential(apiKey), options);
        return client;
    }
}
