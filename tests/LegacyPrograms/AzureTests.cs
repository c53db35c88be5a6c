using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.LegacyPrograms.Running;

namespace AgentsMigration.LegacyPrograms;

/// <summary>
/// Programs for Azure.AI.Agents.Persistent, rewritten for a project, at work. There is no run before to compare with: the package
/// cannot be restored everywhere.
/// </summary>
public sealed class AzureTests(ProgramWorld world)
{
    [Theory]
    [InlineData("MathTutor", "The solution is x = 1.")]
    [InlineData("Functions", "[Assistant]: There it is 70f.")]
    [InlineData("StreamedFunctions", "Seattle, WA is the Emerald City.")]
    [InlineData("Streaming", "--- Run completed! ---")]
    [InlineData("MoreMessages", "Assistant: E=mc^2")]
    [InlineData("ManagedAgents", "helper: Help better.")]
    public async Task Program_RewrittenForAProject_Runs(string name, string prints)
    {
        LegacyProgram program = LegacyProgram.Find("AzurePersistent/" + name);
        using ProgramSolution solution = ProgramSolution.Open(program, ProgramPackages.RunningOffAzure);
        Outcome outcome = await Outcome.OfAsync(program, solution, MigrationGoal.Foundry);

        string output = await ProgramRun.RunAsync(program, await solution.CompileAsync(), world.Project, ProgramPackages.RunningOffAzure);

        Assert.True(
            output.Contains(prints, StringComparison.Ordinal) && !output.Contains("Exception", StringComparison.Ordinal),
            $"{output}\n\n{outcome.Text}");
    }
}
