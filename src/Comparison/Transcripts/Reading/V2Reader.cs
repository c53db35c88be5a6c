using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Replaying;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>Responses, conversations and containers.</summary>
internal static class V2Reader
{
    public static void Read(TranscriptBuilder builder, RecordedExchange exchange, int index)
    {
        bool createsResponse = exchange.Method == "POST" && exchange.Path.EndsWith("/responses", StringComparison.Ordinal);
        if (createsResponse)
            V2Responses.ReadInput(builder, exchange.Request ?? default, index);
        if (exchange.IsStream)
        {
            builder.Add(new StreamEntry([.. StreamShape.Of(exchange.Events).Select(one => one.Event ?? "")]), index);
            if (LastResponse(exchange.Events) is { } streamed)
                V2Responses.Read(builder, streamed, Continued(builder, exchange), index, exchange.Elapsed);
            return;
        }
        if (exchange.Response is not { } answer)
            return;
        switch (answer.GetText("object"))
        {
            case "response":
                V2Responses.Read(builder, answer, createsResponse ? Continued(builder, exchange) : null, index, exchange.Elapsed);
                break;
            case "list" when exchange.Path.EndsWith("/items", StringComparison.Ordinal):
                // What was added comes back in its order; what was stored is newest first.
                if (exchange.Method == "POST")
                {
                    foreach (JsonElement item in answer.GetItems("data"))
                        V2Responses.ReadItem(builder, item, null, index);
                    break;
                }
                IReadOnlyList<JsonElement> items = TranscriptBuilder.Chronological(answer, exchange.Query);
                foreach (JsonElement item in items)
                    V2Responses.ReadItem(builder, item, null, index);
                JsonElement[] messages = [.. items.Where(item => item.GetText("type") == "message")];
                builder.Messages.Note(exchange, exchange.Path, messages, item => V2Content.Message(builder.Files, item), index);
                break;
            case "conversation":
                foreach (JsonElement item in exchange.Request?.GetItems("items") ?? [])
                    V2Responses.ReadItem(builder, item, null, index);
                CommonReader.AddObject(builder, exchange, index, answer);
                break;
            default:
                CommonReader.AddObject(builder, exchange, index, answer);
                break;
        }
    }

    /// <summary>The run whose function calls this request answers.</summary>
    private static string? Continued(TranscriptBuilder builder, RecordedExchange exchange) => exchange.Request?.GetItems("input")
        .Where(item => item.GetText("type") == "function_call_output")
        .Select(item => builder.Find<ToolCallEntry>(item.GetText("call_id"))?.RunId)
        .FirstOrDefault(run => run is not null);

    private static JsonElement? LastResponse(IReadOnlyList<RecordedEvent> events) =>
        events.Where(one => one.IsJson).Select(one => one.Data.Get("response")).LastOrDefault(response => response is not null);
}
