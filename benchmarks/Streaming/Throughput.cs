using System.Globalization;

namespace AgentsMigration.Benchmarks.Streaming;

internal static class Throughput
{
    private const int WarmUp = 8;
    private const int Rounds = 41;

    public static async Task PrintAsync(string name, int deltas, int perWrite)
    {
        using EventServer server = new(deltas, perWrite);
        using Pair pair = new(server);
        IReadOnlyList<(Reading Adapter, Reading Raw)> readings = await pair.MeasureAsync(WarmUp, Rounds);
        double adapter = Pair.Median(readings.Select(r => r.Adapter.Events / r.Adapter.Total));
        double raw = Pair.Median(readings.Select(r => r.Raw.Events / r.Raw.Total));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {adapter,17:N0} {raw,13:N0} {adapter / raw,6:0%}"));
    }
}
