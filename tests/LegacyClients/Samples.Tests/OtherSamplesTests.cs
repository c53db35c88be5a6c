using System.Diagnostics;
using System.Text.RegularExpressions;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Samples.Tests;

/// <summary>The samples by the commands of their table.</summary>
public sealed partial class OtherSamplesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InjectedService_Ask_Answers()
    {
        string output = await RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "InjectedService.dll"), "--ask", "Solve 3x + 11 = 14"]);
        Assert.Contains("emulator", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GatewayClients_Run_EachProgramIsAnswered()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The samples' script is for a POSIX shell.");
        string output = await RunAsync("bash", [Path.Combine(SharedFolder.RepositoryRoot, "samples", "GatewayClients", "run.sh")]);
        Assert.Contains("== curl\ncompleted\nThe solution of the equation 3x + 11 = 14 is x = 1.", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Matches("== JavaScript(\ncompleted\nuser > .*\nassistant > The solution .* is x = 1.|: left out)", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Table_EachSample_HasARow()
    {
        string folder = Path.Combine(SharedFolder.RepositoryRoot, "samples");
        string[] rows = [.. Row().Matches(File.ReadAllText(Path.Combine(folder, "README.md"))).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal)];
        Assert.Equal(Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal), rows);
    }

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AGENTS_MIGRATION"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "agents-migration.dll")}";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancelled);
        string output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        Assert.True(process.ExitCode == 0, output + await errors);
        return output;
    }

    [GeneratedRegex(@"^\| \[([\w.]+)\]\(", RegexOptions.Multiline)]
    private static partial Regex Row();
}
