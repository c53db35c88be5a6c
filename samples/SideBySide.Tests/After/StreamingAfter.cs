using OpenAI;
using OpenAI.Responses;

namespace BeforeAndAfter.After;

internal static class StreamingAfter
{
    public static async Task RunAsync(OpenAIClient client, CancellationToken cancellationToken)
    {
        CreateResponseOptions options = new()
        {
            Model = "gpt-4o",
            StreamingEnabled = true,
            InputItems = { ResponseItem.CreateUserMessageItem("Hello!") },
        };
        string text = "";
        await foreach (StreamingResponseUpdate update in client.GetResponsesClient().CreateResponseStreamingAsync(options, cancellationToken))
        {
            if (update is StreamingResponseOutputTextDeltaUpdate piece)
                text += piece.Delta;
        }
    }
}
