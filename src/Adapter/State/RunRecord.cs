using System.Text.Json;

namespace AgentsMigration.Adapter.State;

/// <summary>A run: what was asked for, the chain of responses that answers it, and what is known of its end.</summary>
internal sealed record RunRecord
{
    public required string Id { get; init; }

    public required string ThreadId { get; init; }

    public required string AssistantId { get; init; }

    public required long CreatedAt { get; init; }

    public required RunSettings Settings { get; init; }

    /// <summary>In order; the last one is the current one.</summary>
    public required IReadOnlyList<string> Responses { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public required string Status { get; init; }

    public long? StartedAt { get; init; }

    public long? ExpiresAt { get; init; }

    public long? CancelledAt { get; init; }

    public long? FailedAt { get; init; }

    public long? CompletedAt { get; init; }

    public IReadOnlyList<ToolCall> OpenToolCalls { get; init; } = [];

    public RunError? LastError { get; init; }

    public string? IncompleteReason { get; init; }

    public TokenUsage? Usage { get; init; }
}

/// <summary>The effective settings of a run, in legacy shape.</summary>
internal sealed record RunSettings
{
    public required string Model { get; init; }

    public string? Instructions { get; init; }

    public IReadOnlyList<JsonElement> Tools { get; init; } = [];

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public string? ReasoningEffort { get; init; }

    public int? MaxCompletionTokens { get; init; }

    public JsonElement? ResponseFormat { get; init; }

    public JsonElement? ToolChoice { get; init; }

    public bool ParallelToolCalls { get; init; } = true;
}

internal sealed record ToolCall(string Id, string Name, string Arguments);

internal sealed record RunError(string Code, string Message);

internal sealed record TokenUsage(long Prompt, long Completion, long Total, long Cached, long Reasoning);

internal static class RunStatus
{
    public const string Queued = "queued";
    public const string InProgress = "in_progress";
    public const string RequiresAction = "requires_action";
    public const string Cancelling = "cancelling";
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";
    public const string Completed = "completed";
    public const string Incomplete = "incomplete";
    public const string Expired = "expired";

    public static bool IsActive(string status) => status is Queued or InProgress or RequiresAction or Cancelling;
}
