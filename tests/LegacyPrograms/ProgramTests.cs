using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.LegacyPrograms.Running;

namespace AgentsMigration.LegacyPrograms;

/// <summary>Programs before and after: compiled, and run where their package can be had, with the same output.</summary>
public sealed class ProgramTests(ProgramWorld world)
{
    public static TheoryData<string> Running => LegacyProgram.Names(program => program.Runs);

    public static TheoryData<string> Compiled => LegacyProgram.Names(program => !program.Runs);

    [Theory]
    [MemberData(nameof(Running))]
    public async Task Program_WithTheAdapterInProcess_PrintsTheSame(string name)
    {
        LegacyProgram program = LegacyProgram.Find(name);
        string before = await world.RunBeforeAsync(program);
        using ProgramSolution solution = ProgramSolution.Open(program);

        MigrationResult result = await solution.MigrateAsync(MigrationGoal.Adapter);

        Assert.All(result.Sites, site => Assert.Null(site.Left));
        await solution.AssertCompilesAsync();
        Assert.Equal(before, await ProgramRun.RunAsync(program, await solution.CompileAsync(), world.V2));
    }

    [Theory]
    [MemberData(nameof(Compiled))]
    public async Task Program_WithTheAdapter_Compiles(string name)
    {
        using ProgramSolution solution = ProgramSolution.Open(LegacyProgram.Find(name));
        await solution.AssertCompilesAsync();

        MigrationResult result = await solution.MigrateAsync(MigrationGoal.Adapter);

        Assert.All(result.Sites, site => Assert.Null(site.Left));
        await solution.AssertCompilesAsync();
    }
}
