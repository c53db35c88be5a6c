using System.Diagnostics;

namespace AgentsMigration.Tool.Tests;

/// <summary>The tool, really run, with its output collected.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ToolProcess(string[] arguments)
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "agents-migration.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static ToolProcess Start(params string[] arguments) => new(arguments);

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using ToolProcess tool = Start(arguments);
        string output = await tool._process.StandardOutput.ReadToEndAsync(Cancelled);
        await tool._process.WaitForExitAsync(Cancelled);
        return (tool._process.ExitCode, output, await tool._errors);
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(Cancelled) ?? throw new EndOfStreamException(await _errors);

    /// <summary>Asks the tool to end, as a shell does, and gives what it still had to say.</summary>
    public async Task<(int ExitCode, string Remaining)> TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await kill.WaitForExitAsync(Cancelled);
        string rest = await _process.StandardOutput.ReadToEndAsync(Cancelled);
        await _process.WaitForExitAsync(Cancelled);
        return (_process.ExitCode, rest);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
