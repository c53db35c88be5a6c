using System.Text.Json;

namespace AgentsMigration.Adapter.State;

/// <summary>A conversation that the service has no place for.</summary>
internal sealed record ConversationRecord
{
    public required string Id { get; init; }

    public required long CreatedAt { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>One item of such a conversation, in v2's form.</summary>
internal sealed record TranscriptItemRecord
{
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The response that made it; null where an app did.</summary>
    public string? ResponseId { get; init; }

    public required JsonElement Item { get; init; }
}
