using System.Diagnostics;

namespace AgentsMigration.Tool.Tests.Fix;

/// <summary>What users run before and after the tool.</summary>
internal static class OtherProgram
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancelled);
        string output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        Assert.True(process.ExitCode == 0, output + await errors);
    }
}
