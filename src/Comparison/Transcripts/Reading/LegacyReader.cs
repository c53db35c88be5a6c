using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Replaying;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>Assistants, threads, messages, runs and steps, in every dialect.</summary>
internal static class LegacyReader
{
    public static void Read(TranscriptBuilder builder, RecordedExchange exchange, int index)
    {
        ReadInitialMessages(builder, exchange, index);
        if (exchange.IsStream)
        {
            ReadStream(builder, exchange, index);
            return;
        }
        if (exchange.Path.EndsWith("/submit_tool_outputs", StringComparison.Ordinal))
            ReadOutputs(builder, exchange, index);
        if (exchange.Response is not { } answer)
            return;
        switch (answer.GetText("object"))
        {
            case "list" when IsConversation(exchange):
                IReadOnlyList<JsonElement> items = TranscriptBuilder.Chronological(answer, exchange.Query);
                foreach (JsonElement item in items)
                    ReadPart(builder, item, index);
                if (ThreadOfMessages(exchange.Path) is { } thread)
                    builder.Messages.Note(exchange, thread, items, item => LegacyContent.Message(builder, item), index);
                break;
            case "thread.message" or "thread.run" or "thread.run.step":
                ReadPart(builder, answer, index);
                break;
            default:
                CommonReader.AddObject(builder, exchange, index, answer);
                break;
        }
    }

    /// <summary>Lists whose items say all that there is to say; an empty one says nothing.</summary>
    private static bool IsConversation(RecordedExchange exchange) =>
        exchange.Path.TrimEnd('/').Split('/')[^1] is "messages" or "runs" or "steps";

    /// <summary>Messages that a thread begins with have no ids yet.</summary>
    private static void ReadInitialMessages(TranscriptBuilder builder, RecordedExchange exchange, int index)
    {
        if (exchange.Method != "POST" || exchange.Request is not { } request)
            return;
        JsonElement owner = request.Get("thread") ?? request;
        string? thread = exchange.Response?.GetText("thread_id") ?? exchange.Response?.GetText("id");
        foreach (JsonElement message in owner.GetItems("messages").Concat(request.GetItems("additional_messages")))
            builder.Add(LegacyContent.Message(builder, message) with { ThreadId = thread }, index);
    }

    private static string? ThreadOfMessages(string path) => path.TrimEnd('/').Split('/') is [.., "threads", var thread, "messages"] ? thread : null;

    private static void ReadPart(TranscriptBuilder builder, JsonElement part, int index)
    {
        switch (part.GetText("object"))
        {
            case "thread.message":
                MessageEntry message = LegacyContent.Message(builder, part);
                if (!builder.Knows(message))
                    builder.Put(message, index);
                break;
            case "thread.run":
                LegacyRuns.ReadRun(builder, part, index);
                break;
            case "thread.run.step":
                LegacyRuns.ReadStep(builder, part, index);
                break;
        }
    }

    private static void ReadOutputs(TranscriptBuilder builder, RecordedExchange exchange, int index)
    {
        foreach (JsonElement output in exchange.Request?.GetItems("tool_outputs") ?? [])
        {
            if (builder.Find<ToolCallEntry>(output.GetText("tool_call_id")) is { } call)
                builder.Put(call with { Output = output.GetText("output") ?? "" }, index);
        }
    }

    private static void ReadStream(TranscriptBuilder builder, RecordedExchange exchange, int index)
    {
        if (exchange.Path.EndsWith("/submit_tool_outputs", StringComparison.Ordinal))
            ReadOutputs(builder, exchange, index);
        builder.Add(new StreamEntry([.. StreamShape.Of(exchange.Events).Select(one => one.Event ?? "")]), index);
        // A message or step counts as it is at its end.
        foreach (RecordedEvent one in exchange.Events.Where(one => one.IsJson && !StreamShape.IsPiece(one)))
        {
            if (one.Data.GetText("object") == "thread.run" || one.Event is null || !one.Event.EndsWith(".created", StringComparison.Ordinal))
                ReadPart(builder, one.Data, index);
        }
    }
}
