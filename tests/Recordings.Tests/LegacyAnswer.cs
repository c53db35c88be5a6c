using System.Text.Json;

namespace AgentsMigration.Recordings.Tests;

/// <summary>What the adapter answered.</summary>
internal sealed record LegacyAnswer(int Status, JsonElement Body)
{
    /// <summary>The body of a call that prepares something and must not fail.</summary>
    public JsonElement Made() => Status == 200
        ? Body
        : throw new InvalidOperationException($"The preparation failed: {Status} {Body.GetRawText()}");

    public string MadeId() => Made().GetProperty("id").GetString()!;
}
