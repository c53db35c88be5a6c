using System.Diagnostics;

namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>One request at a time, to the gateway and to the plain proxy in turn.</summary>
internal static class AddedLatency
{
    public static async Task<string> MeasureAsync(Contest contest, Operation operation, LoadSettings settings, CancellationToken cancellationToken)
    {
        using Connection gateway = await Connection.OpenAsync(contest.Gateway.Address, cancellationToken);
        using Connection proxy = await Connection.OpenAsync(contest.Proxy.Address, cancellationToken);
        List<double> through = [];
        List<double> plain = [];
        for (int pair = 0; pair < settings.WarmUp / 4 + settings.Pairs; pair++)
        {
            byte[] legacy = operation.Legacy();
            double own = await TimeAsync(gateway, legacy, cancellationToken);
            double other = await TimeAsync(proxy, operation.V2, cancellationToken);
            if (pair < settings.WarmUp / 4)
                continue;
            through.Add(own);
            plain.Add(other);
        }
        double added = Median.Of(through.Zip(plain, (own, other) => own - other));
        return $"| `{operation.Name}` | {Median.Of(through):0.000} | {Median.Of(plain):0.000} | {added:0.000} |";
    }

    private static async ValueTask<double> TimeAsync(Connection connection, byte[] request, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        await connection.SendAsync(request, cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
