using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace AgentsMigration.TestSupport;

/// <summary>A folder with scripts for Node and their pinned packages, installed once per test process.</summary>
/// <param name="folder">Its name beside the tests.</param>
/// <param name="packages">What must be installed for the scripts to run.</param>
public sealed class NodeProject(string folder, params string[] packages)
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, folder);
    private readonly SemaphoreSlim _installing = new(1);
    private (bool IsKnown, string? Problem) _installed;

    /// <summary>What the script printed; the test is skipped where there is no Node or no package registry.</summary>
    public async Task<string> RunAsync(
        IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken, params string[] arguments)
    {
        string? problem = await InstalledAsync(cancellationToken);
        Assert.SkipWhen(problem is not null, problem ?? "");
        (int exitCode, string output, string errors) = await ExecuteAsync("node", arguments, environment, cancellationToken);
        Assert.True(exitCode == 0, errors);
        return output;
    }

    private async Task<string?> InstalledAsync(CancellationToken cancellationToken)
    {
        await _installing.WaitAsync(cancellationToken);
        try
        {
            if (!_installed.IsKnown)
                _installed = (true, await InstallAsync(cancellationToken));
            return _installed.Problem;
        }
        finally
        {
            _installing.Release();
        }
    }

    private async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        try
        {
            if ((await ExecuteAsync("node", ["--version"], null, cancellationToken)).ExitCode != 0)
                return "Node does not run here.";
            (int exitCode, _, string errors) = await ExecuteAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], null, cancellationToken);
            return exitCode == 0 || packages.All(package => Directory.Exists(Path.Combine(_folder, "node_modules", package)))
                ? null
                : $"The packages cannot be installed here: {errors}";
        }
        catch (Win32Exception)
        {
            return "Node is not installed: what runs on it is not tested.";
        }
    }

    private async Task<(int ExitCode, string Output, string Errors)> ExecuteAsync(
        string program, string[] arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output, await errors);
    }
}
