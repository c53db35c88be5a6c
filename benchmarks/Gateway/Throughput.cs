using System.Diagnostics;

namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>As many requests as 16 connections can send, to the gateway and to the plain proxy in turn.</summary>
internal static class Throughput
{
    public const int Connections = 16;

    public static async Task<string> MeasureAsync(Contest contest, Operation operation, LoadSettings settings, CancellationToken cancellationToken)
    {
        List<Connection> gateway = await OpenAsync(contest.Gateway.Address, cancellationToken);
        List<Connection> proxy = await OpenAsync(contest.Proxy.Address, cancellationToken);
        try
        {
            List<(double Gateway, double Proxy)> rounds = [];
            TimeSpan round = settings.Round;
            await RunAsync(gateway, operation.Legacy, round, settings.WarmUp, cancellationToken);
            await RunAsync(proxy, () => operation.V2, round, settings.WarmUp, cancellationToken);
            for (int i = 0; i < settings.Rounds; i++)
            {
                double own = await RunAsync(gateway, operation.Legacy, round, 0, cancellationToken);
                double other = await RunAsync(proxy, () => operation.V2, round, 0, cancellationToken);
                rounds.Add((own, other));
            }
            double share = Median.Of(rounds.Select(one => one.Gateway / one.Proxy));
            return $"| `{operation.Name}` | {Median.Of(rounds.Select(one => one.Gateway)):N0} | {Median.Of(rounds.Select(one => one.Proxy)):N0} | {share * 100:0} % |";
        }
        finally
        {
            foreach (Connection connection in gateway.Concat(proxy))
                connection.Dispose();
        }
    }

    private static async Task<List<Connection>> OpenAsync(Uri server, CancellationToken cancellationToken)
    {
        List<Connection> connections = [];
        for (int i = 0; i < Connections; i++)
            connections.Add(await Connection.OpenAsync(server, cancellationToken));
        return connections;
    }

    /// <summary>Requests per second; for as long as said, and as many as said.</summary>
    private static async Task<double> RunAsync(
        List<Connection> connections, Func<byte[]> request, TimeSpan time, int least, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        int done = 0;
        await Task.WhenAll(connections.Select(connection => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(start) < time || Volatile.Read(ref done) < least)
                {
                    await connection.SendAsync(request(), cancellationToken);
                    Interlocked.Increment(ref done);
                }
            },
            cancellationToken)));
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
