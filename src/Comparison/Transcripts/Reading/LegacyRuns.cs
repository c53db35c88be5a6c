using System.Text.Json;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>Runs and run steps of the legacy services.</summary>
internal static class LegacyRuns
{
    public static void ReadRun(TranscriptBuilder builder, JsonElement run, int index)
    {
        string? id = run.GetText("id");
        JsonElement? usage = run.Get("usage");
        builder.Put(
            new RunEntry(run.GetText("status") ?? "")
            {
                Id = id,
                RunId = id,
                Body = run,
                ErrorCode = run.Get("last_error")?.GetText("code"),
                ErrorMessage = run.Get("last_error")?.GetText("message"),
                IncompleteReason = run.Get("incomplete_details")?.GetText("reason"),
                Usage = usage is { } tokens ? new TokenUsage(tokens.GetNumber("prompt_tokens") ?? 0, tokens.GetNumber("completion_tokens") ?? 0) : null,
                Duration = (run.GetNumber("completed_at") ?? run.GetNumber("failed_at") ?? run.GetNumber("cancelled_at")) - run.GetNumber("created_at") is { } seconds
                    ? TimeSpan.FromSeconds(seconds)
                    : null,
                ShowsTools = builder.Find<RunEntry>(id)?.ShowsTools ?? false,
            },
            index);
        foreach (JsonElement call in run.Get("required_action")?.Get("submit_tool_outputs")?.GetItems("tool_calls") ?? [])
            ReadCall(builder, call, id, index);
    }

    public static void ReadStep(TranscriptBuilder builder, JsonElement step, int index)
    {
        string? run = step.GetText("run_id");
        if (builder.Find<RunEntry>(run) is { ShowsTools: false } known)
            builder.Put(known with { ShowsTools = true }, index);
        JsonElement details = step.Get("step_details") ?? default;
        if (details.Get("message_creation")?.GetText("message_id") is { } message)
            builder.NoteOrder(message);
        foreach (JsonElement call in details.GetItems("tool_calls"))
        {
            if (call.GetText("id") is { } id)
                builder.NoteOrder(id);
            ReadCall(builder, call, run, index);
        }
    }

    private static void ReadCall(TranscriptBuilder builder, JsonElement call, string? run, int index)
    {
        string? id = call.GetText("id");
        string tool = call.GetText("type") ?? "";
        JsonElement details = call.Get(tool) ?? default;
        ToolCallEntry entry = tool switch
        {
            "function" => new ToolCallEntry(tool, details.GetText("name"), details.GetText("arguments") ?? "") { Output = details.GetText("output") },
            "code_interpreter" => new ToolCallEntry(tool, null, details.GetText("input") ?? "")
            {
                Output = string.Concat(details.GetItems("outputs").Select(output => output.GetText("logs"))),
                Images = [.. details.GetItems("outputs").Select(output => output.Get("image")?.GetText("file_id")).OfType<string>().Select(file => builder.Files[file])],
            },
            // Assistants v1 called it retrieval.
            "retrieval" or "file_search" => new ToolCallEntry("file_search", null, "")
            {
                Output = string.Join("\n", details.GetItems("results").Select(result => result.GetText("file_name"))),
            },
            _ => new ToolCallEntry(tool, null, details.ValueKind == JsonValueKind.Undefined ? "" : details.GetRawText()),
        };
        ToolCallEntry? known = builder.Find<ToolCallEntry>(id);
        builder.Put(entry with { Id = id, RunId = run, Body = call, Output = entry.Output ?? known?.Output }, index);
    }
}
