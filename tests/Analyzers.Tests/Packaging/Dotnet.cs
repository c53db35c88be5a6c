using System.Diagnostics;

namespace AgentsMigration.Analyzers.Tests.Packaging;

/// <summary>Runs the SDK as a user does.</summary>
internal static class Dotnet
{
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // The test platform's own settings are not for a build inside it.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal) && name != "MSBUILDDISABLENODEREUSE").ToArray())
            start.Environment.Remove(name);

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
