using System.ClientModel;
using AgentsMigration.Adapter;
using Azure.Identity;
using OpenAI;
using OpenAI.Assistants;

namespace ReadmeSnippets;

public static class FoundrySnippet
{
    public static AssistantClient Create()
    {
        LegacyAgentsAdapter adapter = LegacyAgentsAdapter.ForFoundry(
            new Uri("https://my-resource.services.ai.azure.com/api/projects/my-project"),
            new DefaultAzureCredential());

        OpenAIClientOptions options = new();
        options.UseAgentsV2(adapter); // the one new line
        OpenAIClient client = new(new ApiKeyCredential("not used"), options);

        AssistantClient assistants = client.GetAssistantClient(); // from here on, your code as it was
        return assistants;
    }
}
