using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.HostedTools;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>
/// The output of one response → run steps, oldest first: one a message, one a tool call, and one for all function calls that
/// stand together (docs/wire.md, Steps).
/// </summary>
internal static class StepBuilder
{
    /// <param name="response">The v2 response.</param>
    /// <param name="imageFile">The legacy file of an image output, by the URL v2 gives; null where it has none.</param>
    /// <param name="messageId">The id that a message has in its thread.</param>
    /// <param name="now">For items without a readable time.</param>
    public static IReadOnlyList<StepRecord> Build(
        JsonElement response, Func<string, string?> imageFile, Func<string, string> messageId, long now)
    {
        long created = response.GetSeconds("created_at") ?? now;
        List<StepRecord> steps = [];
        foreach (JsonElement item in response.GetItems("output"))
        {
            switch (item.GetText("type"))
            {
                case "message" when MessageMapping.IsMessage(item):
                    steps.Add(Begin(item, created, now) with { MessageId = messageId(item.GetText("id") ?? "") });
                    break;
                case "code_interpreter_call":
                    steps.Add(Begin(item, created, now) with { ToolCalls = [ToolCallMapping.CodeInterpreter(item, imageFile)] });
                    break;
                case "file_search_call":
                    steps.Add(Begin(item, created, now) with { ToolCalls = [ToolCallMapping.FileSearch(item)] });
                    break;
                case "mcp_call":
                    steps.Add(Begin(item, created, now) with { ToolCalls = [HostedCallMapping.Mcp(item)] });
                    break;
                case not null when HostedCallMapping.IsCall(item):
                    steps.Add(Begin(item, created, now) with { ToolCalls = [HostedCallMapping.Hosted(item, OutputOf(item, response))] });
                    break;
                case "function_call":
                    AddFunctionCall(steps, item, Begin(item, created, now));
                    break;
            }
        }
        return Complete(steps, response, now);
    }

    private static JsonElement? OutputOf(JsonElement call, JsonElement response)
    {
        foreach (JsonElement item in response.GetItems("output"))
        {
            if (HostedCallMapping.Answers(item, call))
                return item;
        }
        return null;
    }

    /// <summary>A step of which only its first item is known; a stream shows it like that.</summary>
    /// <param name="item">The first item.</param>
    /// <param name="created">When its response was made: for items without a readable time.</param>
    /// <param name="now">Bounds what is readable.</param>
    public static StepRecord Begin(JsonElement item, long created, long now) => new()
    {
        Id = IdOf(item.GetText("id") ?? ""),
        CreatedAt = IdTime.TryRead(item.GetText("id") ?? "", now) ?? created,
        Status = Status(item),
    };

    /// <summary>The id of the step that begins with the item.</summary>
    public static string IdOf(string itemId) => "step_" + itemId.Replace("_", "");

    public static string Status(JsonElement item) => item.GetText("status") switch
    {
        "in_progress" or "interpreting" or "searching" => "in_progress",
        "failed" or "incomplete" => "failed",
        _ => "completed",
    };

    /// <summary>A step ends when the next one begins: v2 says no more about it.</summary>
    public static StepRecord End(StepRecord step, long nextBegan) =>
        step with { CompletedAt = Math.Max(nextBegan, step.CreatedAt) };

    private static void AddFunctionCall(List<StepRecord> steps, JsonElement item, StepRecord own)
    {
        JsonElement call = ToolCallMapping.Function(item);
        StepRecord? last = steps.Count == 0 ? null : steps[steps.Count - 1];
        if (last is { ToolCalls.Count: > 0 } && last.ToolCalls[0].GetText("type") == "function")
            steps[steps.Count - 1] = last with { ToolCalls = [.. last.ToolCalls, call] };
        else
            steps.Add(own with { ToolCalls = [call] });
    }

    /// <summary>The response's whole usage stands on its last step, so that sums match.</summary>
    private static List<StepRecord> Complete(List<StepRecord> steps, JsonElement response, long now)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            bool last = i == steps.Count - 1;
            long end = last ? response.GetSeconds("completed_at") ?? now : steps[i + 1].CreatedAt;
            steps[i] = End(steps[i], end) with { Usage = last ? RunProgress.ReadUsage(response) : TokenUsage.None };
        }
        return steps;
    }
}
