using System.Diagnostics;
using AgentsMigration.Adapter.Stores.Harness;

namespace AgentsMigration.Adapter.Stores.Tests;

/// <summary>Another process that uses a store.</summary>
internal sealed class HarnessProcess : IDisposable
{
    private readonly Process _process;

    private HarnessProcess(string[] arguments) =>
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Pattern).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static HarnessProcess Start(params string[] arguments) => new(arguments);

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(Cancelled) ?? throw new EndOfStreamException("The process has ended.");

    public void Go() => _process.StandardInput.WriteLine();

    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync(Cancelled);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: it gets no chance to tidy up. Gives what it had still said before.</summary>
    public async Task<string> KillAsync()
    {
        _process.Kill();
        string rest = await _process.StandardOutput.ReadToEndAsync(Cancelled);
        await _process.WaitForExitAsync(Cancelled);
        return rest;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
