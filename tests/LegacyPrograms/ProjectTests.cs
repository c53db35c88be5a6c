using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.LegacyPrograms.Running;

namespace AgentsMigration.LegacyPrograms;

/// <summary>Programs for the package OpenAI, rewritten for a Foundry project: compile with either version of its packages, and print the same.</summary>
public sealed class ProjectTests(ProgramWorld world)
{
    public static MatrixTheoryData<string, string> Programs => new(
        LegacyProgram.All.Where(program => program.FitsProjects).Select(program => program.ToString()), ProgramPackages.Projects.Keys);

    /// <summary>All but the one that counts a tool with nothing to work on: a project does not keep it.</summary>
    public static TheoryData<string> Running => LegacyProgram.Names(program => program.FitsProjects && program.Name != "AssistantAdmin");

    [Theory]
    [MemberData(nameof(Running))]
    public async Task Program_InAProject_PrintsTheSame(string name)
    {
        LegacyProgram program = LegacyProgram.Find(name);
        using ProgramSolution solution = ProgramSolution.Open(program, ProgramPackages.Running);
        Outcome outcome = await Outcome.OfAsync(program, solution, MigrationGoal.Foundry);

        string after = await ProgramRun.RunAsync(program, await solution.CompileAsync(), world.Project, ProgramPackages.Running);

        string before = await world.RunBeforeAsync(program);
        Assert.True(before == after, $"Before:\n{before}\n\nAfter:\n{after}\n\n{outcome.Text}");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_ForAProject_Compiles(string name, string version)
    {
        LegacyProgram program = LegacyProgram.Find(name);
        using ProgramSolution solution = ProgramSolution.Open(program, ProgramPackages.Projects[version]);

        Outcome outcome = await Outcome.OfAsync(program, solution, MigrationGoal.Foundry);

        Assert.True(outcome.Errors.Length == 0, $"{outcome.Errors}\n{outcome.Text}");
        Assert.True(outcome.Sites > 0);
        Assert.DoesNotContain("new OpenAIClient(", outcome.Text, StringComparison.Ordinal);

        MigrationResult again = await solution.MigrateAsync(MigrationGoal.Foundry);
        Assert.Equal(outcome.Text, await solution.TextAsync());
        Assert.Empty(again.Sites);
    }
}
