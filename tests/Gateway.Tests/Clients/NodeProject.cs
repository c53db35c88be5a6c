using System.ComponentModel;
using System.Diagnostics;

namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>The Node project beside the tests, with its pinned packages installed once per test process.</summary>
internal static class NodeProject
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "node");
    private static readonly string[] Packages = ["openai", "@azure/openai-assistants", "@azure/ai-projects", "@azure/ai-agents"];
    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>What the script printed; the test is skipped where there is no Node or no package registry.</summary>
    public static Task<string> RunAsync(params string[] arguments) => RunTrustingAsync(null, arguments);

    /// <summary>With one more authority that the script's clients know, from a PEM file.</summary>
    public static async Task<string> RunTrustingAsync(string? authority, params string[] arguments)
    {
        string? problem = await Installed.Value;
        Assert.SkipWhen(problem is not null, problem ?? "");
        (int exitCode, string output, string errors) = await ExecuteAsync("node", arguments, authority);
        Assert.True(exitCode == 0, errors);
        return output;
    }

    private static async Task<string?> InstallAsync()
    {
        try
        {
            if ((await ExecuteAsync("node", ["--version"])).ExitCode != 0)
                return "Node does not run here.";
            (int exitCode, _, string errors) = await ExecuteAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
            return exitCode == 0 || Packages.All(package => Directory.Exists(Path.Combine(Folder, "node_modules", package)))
                ? null
                : $"The clients cannot be installed here: {errors}";
        }
        catch (Win32Exception)
        {
            return "Node is not installed: the JavaScript client is not tested.";
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> ExecuteAsync(
        string program, string[] arguments, string? authority = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        if (authority is not null)
            start.Environment["NODE_EXTRA_CA_CERTS"] = authority;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancelled);
        string output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        return (process.ExitCode, output, await errors);
    }
}
