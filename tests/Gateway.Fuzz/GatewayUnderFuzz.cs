using System.Diagnostics;
using System.Globalization;

namespace AgentsMigration.Gateway.Fuzz;

/// <summary>The gateway in a process of its own: its memory and its log are nobody else's.</summary>
internal sealed class GatewayUnderFuzz : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _log;
    private readonly DirectoryInfo _folder;

    private GatewayUnderFuzz(Process process, DirectoryInfo folder)
    {
        _process = process;
        _folder = folder;
        _log = process.StandardError.ReadToEndAsync();
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    public static async Task<GatewayUnderFuzz> StartAsync(string[] settings, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("agents-migration-fuzz-");
        ProcessStartInfo start = new("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "agents-migration.dll"), "serve", "--urls", "http://127.0.0.1:0",
            "--api-key", "k", "--max-json", "300K", "--max-retries", "0", "--drain-time", "5s", .. settings,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        GatewayUnderFuzz gateway = new(Process.Start(start)!, folder);
        string ready = await gateway._process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException(await gateway._log);
        gateway.Address = new Uri(ready.Split(' ')[1]);
        return gateway;
    }

    /// <summary>Everything of level warning and above.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        string log = await _log;
        return log.Length == 0 ? [] : log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _folder.Delete(recursive: true);
        return default;
    }
}
