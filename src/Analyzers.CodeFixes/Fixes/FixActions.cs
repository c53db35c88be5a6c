using AgentsMigration.Analyzers.CodeFixes.Migration;

namespace AgentsMigration.Analyzers.CodeFixes.Fixes;

/// <summary>Titles and equivalence keys: one key for each goal, so that FixAll takes all sites of a goal together.</summary>
internal static class FixActions
{
    private const string Prefix = "AgentsMigration.";

    public static string Title(MigrationGoal goal) => goal switch
    {
        MigrationGoal.Adapter => "Keep the calls: adopt the adapter (package AgentsMigration.Adapter)",
        MigrationGoal.OpenAI => "Rewrite to v2 (OpenAI Responses)",
        _ => "Rewrite to v2 (Microsoft Foundry)",
    };

    public static string Key(MigrationGoal goal) => Prefix + goal;

    public static MigrationGoal? GoalOf(string? key)
    {
        if (key is null || !key.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        return Enum.TryParse(key.Substring(Prefix.Length), out MigrationGoal goal) ? goal : null;
    }
}
