using System.Diagnostics;
using AgentsMigration.Comparison.Files;
using QuarterlyChart;

namespace AgentsMigration.Samples.Tests;

/// <summary>The sample as the README has it run: a process of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarterly-chart-");

    [Fact]
    public async Task Program_WithoutAccount_SavesTheChartAndShowsWhatBecameOfTheCalls()
    {
        (int exitCode, string output) = await RunAsync("--output", _folder.FullName);
        Assert.True(exitCode == 0, output);
        Assert.False(PngImage.Load(Path.Combine(_folder.FullName, "chart.png")).IsBlank);
        Assert.Matches(@"POST /threads/\{id\}/runs +│ POST /responses", output);
    }

    [Fact]
    public async Task Program_WrongArgument_NamesItAndExitsWith2()
    {
        (int exitCode, string output) = await RunAsync("--ouput", "here");
        Assert.Equal(2, exitCode);
        Assert.Contains("'--ouput'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_MissingFile_NamesItAndExitsWith1()
    {
        (int exitCode, string output) = await RunAsync("not-there.csv", "--output", _folder.FullName);
        Assert.Equal(1, exitCode);
        Assert.Contains("not-there.csv", output, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFiles());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Arguments).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Never against a real account, whatever is set on this machine.
        start.Environment.Remove("FOUNDRY_PROJECT_ENDPOINT");
        start.Environment.Remove("OPENAI_API_KEY");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }
}
