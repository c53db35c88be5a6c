using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.LegacyPrograms.Running;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.LegacyPrograms;

/// <summary>What the rewrite made of a program.</summary>
internal sealed record Outcome(LegacyProgram Program, int Sites, IReadOnlyList<SiteOutcome> Left, string Errors, string Text)
{
    /// <summary>Nothing is left for a person.</summary>
    public bool IsWhole => Left.Count == 0;

    public static MigrationGoal GoalOf(LegacyProgram program) => program.Runs ? MigrationGoal.OpenAI : MigrationGoal.Foundry;

    public static async Task<Outcome> OfAsync(LegacyProgram program)
    {
        using ProgramSolution solution = ProgramSolution.Open(program);
        return await OfAsync(program, solution);
    }

    public static async Task<Outcome> OfAsync(LegacyProgram program, ProgramSolution solution)
    {
        return await OfAsync(program, solution, GoalOf(program));
    }

    public static async Task<Outcome> OfAsync(LegacyProgram program, ProgramSolution solution, MigrationGoal goal)
    {
        MigrationResult result = await solution.MigrateAsync(goal);
        Compilation compilation = await solution.CompileAsync();
        string[] errors =
        [
            .. compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()),
        ];
        return new(
            program,
            result.Sites.Length,
            [.. result.Sites.Where(site => site.Left is not null)],
            string.Join('\n', errors),
            await solution.TextAsync());
    }
}
