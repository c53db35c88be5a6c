namespace AgentsMigration.Comparison.Replaying;

internal static class ValueRules
{
    /// <summary>Objects whose keys are data: one too many is as wrong as one too few.</summary>
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal) { "metadata", "attributes", "tool_resources" };

    private static readonly HashSet<string> Measured = new(StringComparer.Ordinal)
    {
        // The emulator counts tokens and bytes in its own way and ranks by words in common.
        "prompt_tokens", "completion_tokens", "total_tokens", "cached_tokens", "reasoning_tokens", "usage_bytes", "score",
        // Code is a stand-in that prints what the recorded code printed.
        "input",
    };

    /// <summary>Values that no two runs have in common: of these only the type is compared, null included.</summary>
    public static bool IsTypeOnly(string property) =>
        Measured.Contains(property) || property.EndsWith("_at", StringComparison.Ordinal);

    public static bool IsMap(string property) => Maps.Contains(property);
}
