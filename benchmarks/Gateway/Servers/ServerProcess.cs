using System.Diagnostics;
using System.Globalization;

namespace AgentsMigration.Benchmarks.Gateway.Servers;

/// <summary>A server in a process of its own, whose first line says where it listens.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static Task<ServerProcess> StartUpstreamAsync(CancellationToken cancellationToken) =>
        StartAsync([Self, Roles.Upstream], [], cancellationToken);

    /// <summary>With the garbage collector that a web project has.</summary>
    public static Task<ServerProcess> StartProxyAsync(Uri upstream, CancellationToken cancellationToken) =>
        StartAsync([Self, Roles.Proxy, upstream.ToString()], [("DOTNET_gcServer", "1")], cancellationToken);

    /// <summary>As anybody starts it, with a key.</summary>
    public static Task<ServerProcess> StartGatewayAsync(Uri upstream, string state, string key, CancellationToken cancellationToken) =>
        StartAsync(
            [
                Beside("agents-migration.dll"), "serve", "--urls", "http://127.0.0.1:0", "--target", "openai", "--api-key", "target",
                "--endpoint", new Uri(upstream, "v1").ToString(), "--gateway-key", key,
            ],
            [("Gateway__State", state)],
            cancellationToken);

    /// <summary>What it has used of all cores together.</summary>
    public TimeSpan ReadProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Mebibytes: all pages in memory, and those that are no other process's as well.</summary>
    public (double Resident, double Private) ReadMemory()
    {
        string[] lines = File.ReadAllLines($"/proc/{_process.Id}/smaps_rollup");
        double Read(string name) => lines.Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) / 1024;
        return (Read("Rss:"), Read("Private_"));
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Self => Beside("Gateway.Benchmarks.dll");

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static async Task<ServerProcess> StartAsync(
        string[] command, (string Name, string Value)[] environment, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new("dotnet", command) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        Process process = Process.Start(start)!;
        string ready = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"{command[0]} {command[1]} does not start.");
        return new ServerProcess(process, new Uri(ready.Split(' ')[1]));
    }
}
