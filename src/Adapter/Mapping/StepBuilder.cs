using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
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
            long at = IdTime.TryRead(item.GetText("id") ?? "", now) ?? created;
            switch (item.GetText("type"))
            {
                case "message" when MessageMapping.IsMessage(item):
                    steps.Add(Step(item, at) with { MessageId = messageId(item.GetText("id") ?? "") });
                    break;
                case "code_interpreter_call":
                    steps.Add(Step(item, at) with { ToolCalls = [ToolCallMapping.CodeInterpreter(item, imageFile)] });
                    break;
                case "file_search_call":
                    steps.Add(Step(item, at) with { ToolCalls = [ToolCallMapping.FileSearch(item)] });
                    break;
                case "function_call":
                    AddFunctionCall(steps, item, at);
                    break;
            }
        }
        return Complete(steps, response, now);
    }

    private static StepRecord Step(JsonElement item, long createdAt) => new()
    {
        Id = "step_" + (item.GetText("id") ?? "").Replace("_", ""),
        CreatedAt = createdAt,
        Status = item.GetText("status") switch
        {
            "in_progress" or "interpreting" or "searching" => "in_progress",
            "failed" or "incomplete" => "failed",
            _ => "completed",
        },
    };

    private static void AddFunctionCall(List<StepRecord> steps, JsonElement item, long at)
    {
        JsonElement call = ToolCallMapping.Function(item);
        StepRecord? last = steps.Count == 0 ? null : steps[steps.Count - 1];
        if (last is { ToolCalls.Count: > 0 } && last.ToolCalls[0].GetText("type") == "function")
            steps[steps.Count - 1] = last with { ToolCalls = [.. last.ToolCalls, call] };
        else
            steps.Add(Step(item, at) with { ToolCalls = [call] });
    }

    /// <summary>A step ends when the next one begins; the response's whole usage stands on its last step, so that sums match.</summary>
    private static List<StepRecord> Complete(List<StepRecord> steps, JsonElement response, long now)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            bool last = i == steps.Count - 1;
            long end = last ? response.GetSeconds("completed_at") ?? now : steps[i + 1].CreatedAt;
            steps[i] = steps[i] with
            {
                CompletedAt = Math.Max(end, steps[i].CreatedAt),
                Usage = last ? RunProgress.ReadUsage(response) : TokenUsage.None,
            };
        }
        return steps;
    }
}
