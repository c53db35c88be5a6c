using System.Diagnostics;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>The tool, really run in a directory and an environment of its own.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ToolProcess(string directory, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "agents-migration.dll");
        ProcessStartInfo start = new("dotnet", [tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static ToolProcess Start(
        string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        new(directory, environment, arguments);

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(Cancelled) ?? throw new EndOfStreamException(await _errors);

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        string output = await _process.StandardOutput.ReadToEndAsync(Cancelled);
        await _process.WaitForExitAsync(Cancelled);
        return (_process.ExitCode, output, await _errors);
    }

    /// <summary>Asks the tool to end, as a container runtime does.</summary>
    public async Task TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await kill.WaitForExitAsync(Cancelled);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
