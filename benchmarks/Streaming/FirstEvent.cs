using System.Globalization;

namespace AgentsMigration.Benchmarks.Streaming;

/// <summary>A short stream whose second event comes late, so that nothing but the first is in the way of the first.</summary>
internal static class FirstEvent
{
    private const int WarmUp = 100;
    private const int Rounds = 300;

    public static async Task PrintAsync()
    {
        using EventServer server = new(deltas: 10, perWrite: 1, pause: TimeSpan.FromMilliseconds(5));
        using Pair pair = new(server);
        IReadOnlyList<(Reading Adapter, Reading Raw)> readings = await pair.MeasureAsync(WarmUp, Rounds);
        double adapter = Pair.Median(readings.Select(r => r.Adapter.FirstEvent));
        double raw = Pair.Median(readings.Select(r => r.Raw.FirstEvent));
        double added = Pair.Median(readings.Select(r => r.Adapter.FirstEvent - r.Raw.FirstEvent));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"time to first event, ms   adapter {adapter:0.000}   raw {raw:0.000}   added {added:0.000}   (medians of {Rounds}; added: of each pair)"));
    }
}
