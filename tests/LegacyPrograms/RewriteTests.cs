using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.LegacyPrograms.Running;

namespace AgentsMigration.LegacyPrograms;

/// <summary>The rewrite to v2 of whole programs: compiles, runs on v2 alone, prints the same, and is done after once.</summary>
public sealed class RewriteTests(ProgramWorld world)
{
    public static TheoryData<string> Programs => LegacyProgram.Names(_ => true);

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_Rewritten_PrintsTheSame(string name)
    {
        LegacyProgram program = LegacyProgram.Find(name);
        using ProgramSolution solution = ProgramSolution.Open(program);

        Outcome outcome = await Outcome.OfAsync(program, solution);

        Assert.True(outcome.Errors.Length == 0, $"{outcome.Errors}\n{outcome.Text}");
        Assert.True(outcome.Sites > 0);
        if (program.Runs)
        {
            string before = await world.RunBeforeAsync(program);
            string after = await ProgramRun.RunAsync(program, await solution.CompileAsync(), world.V2);
            Assert.True(before == after, $"Before:\n{before}\n\nAfter:\n{after}\n\n{outcome.Text}");
        }

        MigrationResult again = await solution.MigrateAsync(Outcome.GoalOf(program));
        Assert.Equal(outcome.Text, await solution.TextAsync());
        Assert.True(!outcome.IsWhole || again.Sites.IsEmpty, "Sites after a whole rewrite: " + string.Join(", ", again.Sites.Select(site => site.RuleId)));
    }
}
