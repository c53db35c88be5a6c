using OpenAI;
using OpenAI.Responses;

namespace BeforeAndAfter.After;

internal static class FileSearchAfter
{
    public static async Task RunAsync(OpenAIClient client, CancellationToken cancellationToken)
    {
        string store = await Notes.StoreAsync(client, cancellationToken);
        await client.GetResponsesClient().CreateResponseAsync(
            new CreateResponseOptions
            {
                Model = "gpt-4o",
                InputItems = { ResponseItem.CreateUserMessageItem(Notes.Question) },
                Tools = { ResponseTool.CreateFileSearchTool([store]) },
            },
            cancellationToken);
    }
}
