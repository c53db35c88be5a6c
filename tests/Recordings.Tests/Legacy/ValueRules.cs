namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>Values that no two runs have in common: of these only the type is compared, null included.</summary>
internal static class ValueRules
{
    private static readonly HashSet<string> Measured = new(StringComparer.Ordinal)
    {
        // The emulator counts tokens and bytes in its own way and ranks by words in common.
        "prompt_tokens", "completion_tokens", "total_tokens", "cached_tokens", "reasoning_tokens", "usage_bytes", "score",
        // Code is a stand-in that prints what the recorded code printed.
        "input",
    };

    public static bool IsTypeOnly(string property) =>
        Measured.Contains(property) || property.EndsWith("_at", StringComparison.Ordinal);
}
