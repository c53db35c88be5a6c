using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>What the service answered to a recorded request.</summary>
internal sealed record LegacyAnswer(int Status, JsonElement Body)
{
    /// <summary>The exchange, as a recorder would have kept it.</summary>
    public RecordedExchange? Exchange { get; init; }

    public string Text => Body.ValueKind == JsonValueKind.Undefined ? Exchange?.ResponseText ?? "" : Body.GetRawText();

    /// <summary>The body of a call that prepares something and must not fail.</summary>
    public JsonElement Made() => Status == 200
        ? Body
        : throw new ReplayException($"The preparation failed: {Status} {Text}");

    public string MadeId() => Made().GetProperty("id").GetString()!;
}
