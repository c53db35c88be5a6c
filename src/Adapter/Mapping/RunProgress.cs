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
        // A run that is being cancelled stays so until its response has stopped.
        "in_progress" when run.Status == RunStatus.Queued =>
            run with { Status = RunStatus.InProgress, StartedAt = run.StartedAt ?? now },
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

    /// <summary>A run that never reached the model: the service accepted it and reported the reason later.</summary>
    public static RunError ToError(string? code, string message) => new(
        code switch
        {
            not null when RateLimitCodes.Contains(code) => "rate_limit_exceeded",
            "invalid_prompt" or "bio_policy" or "content_filter" => "invalid_prompt",
            not null when code.Contains("image") && code != "failed_to_download_image" => "invalid_prompt",
            _ => "server_error",
        },
        LegacyWords.Translate(message));

    public static TokenUsage ReadUsage(JsonElement response)
    {
        JsonElement usage = response.Get("usage") ?? default;
        return new TokenUsage(
            usage.GetSeconds("input_tokens") ?? 0,
            usage.GetSeconds("output_tokens") ?? 0,
            usage.GetSeconds("total_tokens") ?? 0,
            usage.Get("input_tokens_details")?.GetSeconds("cached_tokens") ?? 0,
            usage.Get("output_tokens_details")?.GetSeconds("reasoning_tokens") ?? 0);
    }

    private static RunRecord Complete(RunRecord run, JsonElement response, long now)
    {
        List<ToolCall> open =
        [
            .. response.GetItems("output").Where(Approvals.IsRequest).Select(Approvals.Read),
            .. response.GetItems("output")
                .Where(item => item.GetText("type") == "function_call")
                .Select(item => new ToolCall(
                    item.GetText("call_id") ?? "", item.GetText("name") ?? "", item.GetText("arguments") ?? "")),
        ];
        if (open.Count == 0)
            return End(run, response, RunStatus.Completed) with { CompletedAt = response.GetSeconds("completed_at") ?? now };

        // A cancel that came too late for the response still holds for the run: nobody will answer the calls.
        bool cancelled = run.Status == RunStatus.Cancelling;
        return run with
        {
            Status = cancelled ? RunStatus.Cancelled : RunStatus.RequiresAction,
            CancelledAt = cancelled ? now : null,
            ExpiresAt = cancelled ? null : run.ExpiresAt,
            StartedAt = run.StartedAt ?? response.GetSeconds("created_at"),
            OpenToolCalls = cancelled ? [] : open,
            NeedsRepair = cancelled,
            Usage = (run.Usage ?? TokenUsage.None) + ReadUsage(response),
        };
    }

    /// <summary>
    /// Outputs that a response was given reach the conversation only when it completes: where it does not, the calls that
    /// they answer are open again.
    /// </summary>
    private static RunRecord End(RunRecord run, JsonElement response, string status) => run with
    {
        Status = status,
        StartedAt = run.StartedAt ?? response.GetSeconds("created_at"),
        ExpiresAt = null,
        OpenToolCalls = [],
        NeedsRepair = status != RunStatus.Completed && run.ToolOutputs.Count > 0,
        Usage = (run.Usage ?? TokenUsage.None) + ReadUsage(response),
    };

    private static RunError ReadError(JsonElement response)
    {
        JsonElement error = response.Get("error") ?? default;
        return ToError(error.GetText("code"), error.GetText("message") ?? "The run failed.");
    }
}
