using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Where the recorded legacy service contradicts its own description, the adapter does as the service did.</summary>
internal static class LegacyDeviations
{
    public static IReadOnlyList<SchemaDeviation> OpenAI { get; } =
    [
        new("$.instructions", "expected string, got null", "Recorded runs without instructions have null."),
        new("$.data[*].instructions", "expected string, got null", "Recorded runs without instructions have null."),
        new("$.first_id", "expected string, got null", "Recorded: an empty list has no first item."),
        new("$.last_id", "expected string, got null", "Recorded: an empty list has no last item."),
    ];
}
