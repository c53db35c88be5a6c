using OpenAI;
using OpenAI.Assistants;

namespace BeforeAndAfter.Before;

internal static class StreamingBefore
{
    public static async Task RunAsync(OpenAIClient client, CancellationToken cancellationToken)
    {
        AssistantClient assistants = client.GetAssistantClient();
        Assistant assistant = await assistants.CreateAssistantAsync("gpt-4o", cancellationToken: cancellationToken);
        AssistantThread thread = await assistants.CreateThreadAsync(
            new ThreadCreationOptions { InitialMessages = { "Hello!" } }, cancellationToken);
        string text = "";
        await foreach (StreamingUpdate update in assistants.CreateRunStreamingAsync(thread.Id, assistant.Id, cancellationToken: cancellationToken))
        {
            if (update is MessageContentUpdate piece)
                text += piece.Text;
        }
    }
}
