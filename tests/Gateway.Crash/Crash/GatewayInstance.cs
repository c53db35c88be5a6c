using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AgentsMigration.Gateway.Crash.Crash;

/// <summary>A gateway in a process of its own, on a port that stays its own from one life to the next.</summary>
internal sealed class GatewayInstance(Uri target, string state) : IDisposable
{
    private readonly int _port = FreePort();
    private Process? _process;

    public Uri Address => new($"http://127.0.0.1:{_port}/v1/");

    public int Kills { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "agents-migration.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet",
        [
            tool, "serve", "--urls", $"http://127.0.0.1:{_port}", "--target", "openai", "--api-key", "crash",
            "--endpoint", target.ToString(), "--state", $"postgres:{state}",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        if (await _process.StandardOutput.ReadLineAsync(cancellationToken) is null)
            throw new InvalidOperationException($"The gateway does not start: {await errors}");
    }

    /// <summary>SIGKILL: it gets no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
        Kills++;
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
