using System.Diagnostics;
using AgentsMigration.Benchmarks.Gateway.Servers;

namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>As many requests as 16 connections can send, to the gateway and to the plain proxy in turn.</summary>
internal static class Throughput
{
    public const int Connections = 16;

    public static async Task<string> MeasureAsync(Contest contest, Operation operation, LoadSettings settings, CancellationToken cancellationToken)
    {
        using Side gateway = await Side.OpenAsync(contest.Gateway, operation.Legacy, cancellationToken);
        using Side proxy = await Side.OpenAsync(contest.Proxy, () => operation.V2, cancellationToken);
        await gateway.RunAsync(settings.Round, settings.WarmUp, cancellationToken);
        await proxy.RunAsync(settings.Round, settings.WarmUp, cancellationToken);
        List<(Round Gateway, Round Proxy)> rounds = [];
        for (int i = 0; i < settings.Rounds; i++)
            rounds.Add((await gateway.RunAsync(settings.Round, 0, cancellationToken), await proxy.RunAsync(settings.Round, 0, cancellationToken)));
        double Of(Func<(Round Gateway, Round Proxy), double> value) => Median.Of(rounds.Select(value));
        return $"| `{operation.Name}` | {Of(one => one.Gateway.PerSecond):N0} | {Of(one => one.Proxy.PerSecond):N0} "
            + $"| {Of(one => one.Gateway.PerSecond / one.Proxy.PerSecond) * 100:0} % "
            + $"| {Of(one => one.Gateway.Processor):0} | {Of(one => one.Proxy.Processor):0} |";
    }

    /// <param name="PerSecond">Requests.</param>
    /// <param name="Processor">Microseconds of the server's own for each.</param>
    private sealed record Round(double PerSecond, double Processor);

    private sealed class Side(ServerProcess server, Func<byte[]> request) : IDisposable
    {
        private readonly List<Connection> _connections = [];

        public static async Task<Side> OpenAsync(ServerProcess server, Func<byte[]> request, CancellationToken cancellationToken)
        {
            Side side = new(server, request);
            for (int i = 0; i < Connections; i++)
                side._connections.Add(await Connection.OpenAsync(server.Address, cancellationToken));
            return side;
        }

        /// <summary>For as long as said, and as many as said.</summary>
        public async Task<Round> RunAsync(TimeSpan time, int least, CancellationToken cancellationToken)
        {
            TimeSpan used = server.ReadProcessorTime();
            long start = Stopwatch.GetTimestamp();
            int done = 0;
            await Task.WhenAll(_connections.Select(connection => Task.Run(
                async () =>
                {
                    while (Stopwatch.GetElapsedTime(start) < time || Volatile.Read(ref done) < least)
                    {
                        await connection.SendAsync(request(), cancellationToken);
                        Interlocked.Increment(ref done);
                    }
                },
                cancellationToken)));
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return new Round(done / seconds, (server.ReadProcessorTime() - used).TotalMicroseconds / done);
        }

        public void Dispose() => _connections.ForEach(connection => connection.Dispose());
    }
}
