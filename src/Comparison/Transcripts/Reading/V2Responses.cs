using System.Text.Json;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>Responses and their items.</summary>
internal static class V2Responses
{
    public static void ReadInput(TranscriptBuilder builder, JsonElement request, int index)
    {
        if (request.GetText("input") is { } text)
            builder.Add(new MessageEntry("user", [new TextPart(text, [])]), index);
        foreach (JsonElement item in request.GetItems("input"))
            ReadItem(builder, item, null, index);
    }

    /// <param name="builder">Takes the entries.</param>
    /// <param name="response">The response.</param>
    /// <param name="continued">The run that it goes on with.</param>
    /// <param name="index">The exchange.</param>
    /// <param name="elapsed">How long the answer took.</param>
    public static void Read(TranscriptBuilder builder, JsonElement response, string? continued, int index, TimeSpan? elapsed)
    {
        string id = response.GetText("id") ?? "";
        string run = continued ?? builder.RunOf(id) ?? id;
        builder.NoteRun(id, run);
        RunEntry? before = builder.Find<RunEntry>(run);
        JsonElement[] output = [.. response.GetItems("output")];
        bool hasOpenCalls = output.Any(item => item.GetText("type") == "function_call");
        string status = response.GetText("status") ?? "";
        TokenUsage? usage = response.Get("usage") is { } tokens
            ? builder.SumUsage(run, id, new TokenUsage(tokens.GetNumber("input_tokens") ?? 0, tokens.GetNumber("output_tokens") ?? 0))
            : before?.Usage;
        builder.Put(
            new RunEntry(status == "completed" && hasOpenCalls ? "requires_action" : status)
            {
                Id = run,
                RunId = run,
                Body = response,
                ErrorCode = response.Get("error")?.GetText("code"),
                ErrorMessage = response.Get("error")?.GetText("message"),
                // The same limit under its legacy name.
                IncompleteReason = response.Get("incomplete_details")?.GetText("reason") is { } reason
                    ? reason == "max_output_tokens" ? "max_completion_tokens" : reason
                    : null,
                Usage = usage,
                Duration = response.GetNumber("completed_at") - response.GetNumber("created_at") is { } seconds
                    ? TimeSpan.FromSeconds(seconds) + (before?.Duration ?? TimeSpan.Zero)
                    : elapsed,
                ShowsTools = true,
            },
            index);
        foreach (JsonElement item in output)
            ReadItem(builder, item, run, index);
    }

    public static void ReadItem(TranscriptBuilder builder, JsonElement item, string? run, int index)
    {
        string? id = item.GetText("id");
        string type = item.GetText("type") ?? (item.Get("role") is null ? "" : "message");
        switch (type)
        {
            case "message":
                MessageEntry message = V2Content.Message(builder.Files, item) with { RunId = run ?? builder.Find<MessageEntry>(id)?.RunId };
                if (!builder.Knows(message))
                    builder.Put(message, index);
                break;
            case "function_call":
                string? call = item.GetText("call_id");
                builder.Put(
                    new ToolCallEntry("function", item.GetText("name"), item.GetText("arguments") ?? "")
                    {
                        Id = call,
                        RunId = run ?? builder.Find<ToolCallEntry>(call)?.RunId,
                        Body = item,
                        Output = builder.Find<ToolCallEntry>(call)?.Output,
                    },
                    index);
                break;
            case "function_call_output":
                if (builder.Find<ToolCallEntry>(item.GetText("call_id")) is { } answered)
                    builder.Put(answered with { Output = item.GetText("output") ?? "" }, index);
                break;
            case "reasoning" or "item_reference" or "":
                break;
            default:
                builder.Put(BuiltIn(builder.Files, type, item) with { Id = id, RunId = run ?? builder.Find<ToolCallEntry>(id)?.RunId, Body = item }, index);
                break;
        }
        if (run is not null && (item.GetText("call_id") ?? id) is { } placed)
            builder.NoteOrder(placed);
    }

    private static ToolCallEntry BuiltIn(FileTable files, string type, JsonElement item) => type switch
    {
        "code_interpreter_call" => new ToolCallEntry("code_interpreter", null, item.GetText("code") ?? "")
        {
            Output = string.Concat(item.GetItems("outputs").Select(output => output.GetText("logs"))),
            Images = [.. item.GetItems("outputs").Select(output => output.GetText("url")).OfType<string>().Select(V2Content.ImageAt)],
        },
        "file_search_call" => new ToolCallEntry("file_search", null, "")
        {
            Output = string.Join("\n", item.GetItems("results").Select(result => result.GetText("filename"))),
        },
        _ => new ToolCallEntry(type.Replace("_call", "", StringComparison.Ordinal), null, item.GetText("arguments") ?? ""),
    };
}
