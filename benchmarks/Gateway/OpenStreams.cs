using AgentsMigration.Benchmarks.Gateway.Servers;

namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>Many streamed runs that are open at once, each with a delta a second, and what the server needs for them.</summary>
internal static class OpenStreams
{
    public static readonly byte[] LegacyDelta = "thread.message.delta".AsBytes();

    private static readonly byte[] V2Delta = "output_text.delta".AsBytes();

    private const int OpenedAtOnce = 50;
    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(500);

    public static async Task<string> MeasureAsync(Contest contest, string state, LoadSettings settings, CancellationToken cancellationToken)
    {
        Reading gateway = await MeasureAsync(contest.Gateway, contest.LegacyStream, LegacyDelta, settings, cancellationToken);
        Reading proxy = await MeasureAsync(contest.Proxy, () => contest.V2Stream, V2Delta, settings, cancellationToken);
        return $"| {state} | {settings.Streams:N0} | {gateway.Resident:0} | {gateway.Private:0} | {gateway.Before:0} | {proxy.Resident:0} |";
    }

    private static async Task<Reading> MeasureAsync(
        ServerProcess server, Func<byte[]> request, byte[] delta, LoadSettings settings, CancellationToken cancellationToken)
    {
        double before = server.ReadMemory().Resident;
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Connection> streams = [];
        List<Task> readers = [];
        try
        {
            while (streams.Count < settings.Streams)
            {
                int count = Math.Min(OpenedAtOnce, settings.Streams - streams.Count);
                Connection[] opened = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Connection.OpenAsync(server.Address, cancellationToken)));
                streams.AddRange(opened);
                await Task.WhenAll(opened.Select(one => one.ReadUntilAsync(request(), delta, cancellationToken)));
                readers.AddRange(opened.Select(one => ReadAsync(one, done.Token)));
            }
            return await SampleAsync(server, readers, before, settings.StreamTime, cancellationToken);
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAll(readers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (Connection stream in streams)
                stream.Dispose();
        }
    }

    /// <summary>The most that it needs in that time, during which no stream may end.</summary>
    private static async Task<Reading> SampleAsync(
        ServerProcess server, List<Task> readers, double before, TimeSpan time, CancellationToken cancellationToken)
    {
        double resident = 0;
        double unshared = 0;
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += SampleTime)
        {
            await Task.Delay(SampleTime, cancellationToken);
            if (readers.Find(reader => reader.IsCompleted) is { } ended)
                await ended;
            (double now, double own) = server.ReadMemory();
            resident = Math.Max(resident, now);
            unshared = Math.Max(unshared, own);
        }
        return new Reading(resident, unshared, before);
    }

    private static async Task ReadAsync(Connection stream, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
            await stream.ReceiveAsync(cancellationToken);
    }

    /// <summary>Mebibytes.</summary>
    private sealed record Reading(double Resident, double Private, double Before);
}
