using OpenAI;
using OpenAI.Assistants;

namespace BeforeAndAfter.Before;

internal static class FileSearchBefore
{
    public static async Task RunAsync(OpenAIClient client, CancellationToken cancellationToken)
    {
        string store = await Notes.StoreAsync(client, cancellationToken);
        AssistantClient assistants = client.GetAssistantClient();
        Assistant assistant = await assistants.CreateAssistantAsync(
            "gpt-4o",
            new AssistantCreationOptions
            {
                Tools = { ToolDefinition.CreateFileSearch() },
                ToolResources = new ToolResources { FileSearch = new FileSearchToolResources { VectorStoreIds = { store } } },
            },
            cancellationToken);
        AssistantThread thread = await assistants.CreateThreadAsync(
            new ThreadCreationOptions { InitialMessages = { Notes.Question } }, cancellationToken);
        ThreadRun run = await assistants.CreateRunAsync(thread.Id, assistant.Id, cancellationToken: cancellationToken);
        await LegacyRun.EndAsync(assistants, run, cancellationToken);
        await LegacyRun.ReadAsync(assistants, thread.Id, cancellationToken);
    }
}
