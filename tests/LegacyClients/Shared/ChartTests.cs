using AgentsMigration.Comparison.Files;

namespace AgentsMigration.LegacyClients;

/// <summary>The whole legacy app, unchanged, on v2.</summary>
public sealed class ChartTests
{
    public static TheoryData<string> AllTargets => Targets.All;

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_Question_SavesADrawnChart(string target)
    {
        await using World world = await World.StartAsync(target);
        (int exitCode, string output) = await world.RunAppAsync();

        Assert.True(exitCode == 0, output);
        PngImage chart = PngImage.Load(Path.Combine(world.OutputFolder, "chart.png"));
        Assert.False(chart.IsBlank);
        Assert.InRange(chart.DistinctColors, 5, 100_000);
        Assert.InRange(chart.Width, 400, 4_000);
        Assert.InRange(chart.Height, 300, 4_000);
        string cited = Assert.Single(
            Directory.EnumerateFiles(world.OutputFolder), file => Path.GetFileName(file) != "chart.png");
        Assert.False(PngImage.Load(cited).IsBlank);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_Question_AnswersWithTheFiguresOfTheFile(string target)
    {
        await using World world = await World.StartAsync(target);
        (int exitCode, string output) = await world.RunAppAsync();

        Assert.True(exitCode == 0, output);
        IReadOnlyList<string> expected = Figures.OperatingProfitOf(world.CompaniesCsv, "TRANSPORTATION");
        Assert.Equal(19, expected.Count);
        Assert.All(expected, figure => Assert.Contains(figure, world.InterpreterLogs, StringComparison.Ordinal));
        Assert.All(expected, figure => Assert.Contains(figure, output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_Question_PrintsNewestFirstAndNoNameOfV2(string target)
    {
        await using World world = await World.StartAsync(target);
        (_, string output) = await world.RunAppAsync();

        int answer = output.IndexOf("[Assistant]", StringComparison.Ordinal);
        Assert.InRange(answer, 0, output.IndexOf("[User]", StringComparison.Ordinal));
        Assert.Contains("sandbox:/mnt/data/", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Could not delete", output, StringComparison.Ordinal);
        Assert.All(
            ["conv_", "resp_", "cntr_", "cfile_", "conversation", "container"],
            word => Assert.DoesNotContain(word, output, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_Ended_LeavesNothingBehind(string target)
    {
        await using World world = await World.StartAsync(target);
        (int exitCode, string output) = await world.RunAppAsync();
        Assert.True(exitCode == 0, output);
        Leftovers.AssertConversations(world, target);
        Assert.Single(world.Traffic.AssistantsMade);
        Assert.Equal(2, world.Traffic.FilesDownloaded.Count);
        await Leftovers.AssertNoneAsync(world);
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task Run_TwiceWithOneClient_WorksTwice(string target)
    {
        await using World world = await World.StartAsync(target);
        Assert.Equal(0, (await world.RunAppAsync()).ExitCode);
        Assert.Equal(0, (await world.RunAppAsync()).ExitCode);
        await Leftovers.AssertNoneAsync(world);
    }
}
