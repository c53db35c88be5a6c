using System.Text.Json;

namespace AgentsMigration.Adapter.State;

/// <summary>The steps of one response of a run, kept when it has ended: v2 forgets responses after 30 days.</summary>
internal sealed record StepListRecord
{
    public required string ResponseId { get; init; }

    public required IReadOnlyList<StepRecord> Steps { get; init; }

    /// <summary>As far as a stream told of them: the response itself has not been read to its end.</summary>
    public bool IsPartial { get; init; }

    /// <summary>These steps, and those of the other list that are none of them.</summary>
    public StepListRecord Over(StepListRecord? other)
    {
        HashSet<string> own = new(Steps.Select(step => step.Id), StringComparer.Ordinal);
        StepRecord[] missing = [.. (other?.Steps ?? []).Where(step => !own.Contains(step.Id))];
        return missing.Length == 0 ? this : this with { Steps = [.. Steps.Concat(missing).OrderBy(step => step.CreatedAt)] };
    }
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
