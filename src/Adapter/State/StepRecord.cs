using System.Text.Json;

namespace AgentsMigration.Adapter.State;

/// <summary>The steps of one response of a run, kept when it has ended: v2 forgets responses after 30 days.</summary>
internal sealed record StepListRecord
{
    public required string ResponseId { get; init; }

    public required IReadOnlyList<StepRecord> Steps { get; init; }
}

internal sealed record StepRecord
{
    public required string Id { get; init; }

    /// <summary><c>completed</c>, <c>failed</c> or <c>in_progress</c>, as the item says; what the run says overrides it.</summary>
    public required string Status { get; init; }

    public required long CreatedAt { get; init; }

    public long? CompletedAt { get; init; }

    /// <summary>The message that the step made; null for a step of tool calls.</summary>
    public string? MessageId { get; init; }

    /// <summary>In legacy shape, without the outputs of functions.</summary>
    public IReadOnlyList<JsonElement> ToolCalls { get; init; } = [];

    public TokenUsage Usage { get; init; } = TokenUsage.None;
}
