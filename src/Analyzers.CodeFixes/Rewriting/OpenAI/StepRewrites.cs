using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Run steps are the output items of the response.</summary>
internal static class StepRewrites
{
    public static void AddTo(TableEntries entries)
    {
    }
}
