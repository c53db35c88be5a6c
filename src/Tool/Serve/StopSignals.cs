using System.Runtime.InteropServices;

namespace AgentsMigration.Tool.Serve;

/// <summary>The first signal lets answers end; the second breaks them off.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _now = new();
    private PosixSignalRegistration? _interrupt;
    private PosixSignalRegistration? _terminate;

    /// <summary>Cancelled by the second signal.</summary>
    public CancellationToken Now => _now.Token;

    public async Task WaitAsync(CancellationToken first)
    {
        TaskCompletionSource stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = first.Register(() => stopping.SetResult());
        await stopping.Task;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    public void Dispose()
    {
        _interrupt?.Dispose();
        _terminate?.Dispose();
        _now.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _now.Cancel();
    }
}
