using System.Text.Json.Serialization;

namespace AgentsMigration.Gateway.Usage;

/// <summary>How often somebody has called something, and when: a line of the migration's to-do list.</summary>
internal sealed record UsageRecord
{
    public required string Tenant { get; init; }

    public required string Key { get; init; }

    public required string Client { get; init; }

    public required string Operation { get; init; }

    public required long Count { get; init; }

    public required long FirstSeen { get; init; }

    public required long LastSeen { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UsageRecord))]
[JsonSerializable(typeof(IReadOnlyList<UsageRecord>))]
internal sealed partial class UsageJson : JsonSerializerContext;
