using AgentsMigration.Analyzers.CodeFixes.Adoption;
using AgentsMigration.Analyzers.CodeFixes.Migration;

namespace AgentsMigration.CodeFixes.Tests.Verification;

/// <summary>Adopts the adapter everywhere in an app, and once more, which must change nothing.</summary>
internal static class Adopting
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<SiteOutcome>> VerifyAsync(AppSolution app, params string[] expected)
    {
        await AppSolution.AssertCompilesAsync(app.Solution);
        MigrationScope everything = new(MigrationGoal.Adapter, [.. app.Documents]);

        MigrationResult once = await AdapterAdoption.ApplyAsync(app.Solution, everything, Cancelled);
        MigrationResult twice = await AdapterAdoption.ApplyAsync(once.Solution, everything, Cancelled);

        Assert.Equal(expected, await AppSolution.TextsAsync(once.Solution));
        await AppSolution.AssertCompilesAsync(once.Solution);
        Assert.Equal(expected, await AppSolution.TextsAsync(twice.Solution));
        return once.Sites;
    }
}
