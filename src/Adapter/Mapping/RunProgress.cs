using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A run record with what its current response says (docs/wire.md, Run status).</summary>
internal static class RunProgress
{
    private static readonly HashSet<string> RateLimitCodes = new(StringComparer.Ordinal) { "rate_limit_exceeded", "insufficient_quota" };

    public static RunRecord Apply(RunRecord run, JsonElement response, long now) => response.GetText("status") switch
    {
        "queued" => run,
        "in_progress" => run with { Status = RunStatus.InProgress, StartedAt = run.StartedAt ?? now },
        "completed" => Complete(run, response, now),
        "incomplete" => End(run, response, RunStatus.Incomplete) with
        {
            CompletedAt = response.GetSeconds("completed_at") ?? now,
            IncompleteReason = response.Get("incomplete_details")?.GetText("reason") switch
            {
                "max_output_tokens" => "max_completion_tokens",
                { } other => other,
                null => "max_completion_tokens",
            },
        },
        "cancelled" => End(run, response, RunStatus.Cancelled) with { CancelledAt = now },
        "failed" => End(run, response, RunStatus.Failed) with { FailedAt = now, LastError = ReadError(response) },
        _ => run,
    };

    private static RunRecord Complete(RunRecord run, JsonElement response, long now)
    {
        List<ToolCall> open =
        [
            .. response.GetItems("output")
                .Where(item => item.GetText("type") == "function_call")
                .Select(item => new ToolCall(
                    item.GetText("call_id") ?? "", item.GetText("name") ?? "", item.GetText("arguments") ?? "")),
        ];
        if (open.Count == 0)
            return End(run, response, RunStatus.Completed) with { CompletedAt = response.GetSeconds("completed_at") ?? now };

        return run with
        {
            Status = RunStatus.RequiresAction,
            StartedAt = run.StartedAt ?? response.GetSeconds("created_at"),
            OpenToolCalls = open,
            Usage = Add(run.Usage, response),
        };
    }

    private static RunRecord End(RunRecord run, JsonElement response, string status) => run with
    {
        Status = status,
        StartedAt = run.StartedAt ?? response.GetSeconds("created_at"),
        ExpiresAt = null,
        OpenToolCalls = [],
        Usage = Add(run.Usage, response),
    };

    private static RunError ReadError(JsonElement response)
    {
        JsonElement error = response.Get("error") ?? default;
        string code = error.GetText("code") ?? "";
        return new RunError(
            code switch
            {
                _ when RateLimitCodes.Contains(code) => "rate_limit_exceeded",
                "invalid_prompt" or "bio_policy" or "content_filter" => "invalid_prompt",
                _ when code.Contains("image") && code != "failed_to_download_image" => "invalid_prompt",
                _ => "server_error",
            },
            error.GetText("message") ?? "The run failed.");
    }

    private static TokenUsage Add(TokenUsage? sum, JsonElement response)
    {
        JsonElement usage = response.Get("usage") ?? default;
        return new TokenUsage(
            (sum?.Prompt ?? 0) + (usage.GetSeconds("input_tokens") ?? 0),
            (sum?.Completion ?? 0) + (usage.GetSeconds("output_tokens") ?? 0),
            (sum?.Total ?? 0) + (usage.GetSeconds("total_tokens") ?? 0),
            (sum?.Cached ?? 0) + (usage.Get("input_tokens_details")?.GetSeconds("cached_tokens") ?? 0),
            (sum?.Reasoning ?? 0) + (usage.Get("output_tokens_details")?.GetSeconds("reasoning_tokens") ?? 0));
    }
}
