using System.Diagnostics;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>Runs the SDK, or a program, as a user does.</summary>
internal static class Dotnet
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<(int ExitCode, string Output, string All)> RunAsync(
        string folder, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test platform's own settings are not for a build inside it.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancelled);
        string output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        return (process.ExitCode, output, output + await errors);
    }
}
