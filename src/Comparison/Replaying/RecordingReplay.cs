using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>
/// Sends the requests of a recorded legacy session to a service that speaks the same language, in their order. Ids are
/// exchanged for those of the service; what the recording takes for granted is made first; a run is asked for until it
/// has come to the recorded state.
/// </summary>
public static class RecordingReplay
{
    private const int PausesBeforeTheLongest = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(2);

    /// <summary>What the service answered, as a recording of the same requests.</summary>
    /// <param name="recording">The recorded session.</param>
    /// <param name="service">Sends to the service: its base address, its credentials.</param>
    /// <param name="patience">How long it may take to a recorded state; two minutes unless given.</param>
    /// <param name="time">Measures the pauses between polls.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ReplayException">The service does not make what the recording takes for granted.</exception>
    public static async Task<Recording> RunAsync(
        Recording recording, HttpClient service, TimeSpan? patience = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(service);
        TimeProvider clock = time ?? TimeProvider.System;
        ReplaySession session = new(
            service, (poll, stop) => Task.Delay(Shorter(FirstPause * Math.Pow(2, Math.Min(poll, 8)), LongestPause), clock, stop))
        {
            MaxPolls = PausesBeforeTheLongest + (int)((patience ?? UsualPatience) / LongestPause),
        };
        Replay replay = new(session, new RecordedObjects(recording.Exchanges));
        IReadOnlyList<ReplayedExchange> replayed = await replay
            .RunAsync([.. recording.Exchanges.Select((exchange, index) => (index, exchange))], cancellationToken)
            .ConfigureAwait(false);
        return recording with { Exchanges = [.. replayed.Select(exchange => exchange.Answer.Exchange!)] };
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
