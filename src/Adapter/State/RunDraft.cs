using System.Text.Json;

namespace AgentsMigration.Adapter.State;

/// <summary>What a run still has to say to v2 before it is under way.</summary>
internal sealed record RunDraft
{
    /// <summary>Messages that came with the run and are not known to be in its conversation yet.</summary>
    public IReadOnlyList<DraftMessage> Messages { get; init; } = [];
}

/// <summary>A message that is about to be added: the item for the conversation, and what the item cannot hold.</summary>
internal sealed record DraftMessage(
    JsonElement Item, IReadOnlyList<JsonElement> Attachments, IReadOnlyDictionary<string, string>? Metadata);
