using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>
/// Sends the requests of a recorded legacy session to a service that speaks the same language, in their order. Ids are
/// exchanged for those of the service; what the recording takes for granted is made first; a run is asked for until it
/// has come to the recorded state. Where the recording does not say which dialect was spoken, the one that fits is taken.
/// </summary>
public static class RecordingReplay
{
    private const int PausesBeforeTheLongest = 22;
    private const double Growth = 1.2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(2);

    /// <summary>What the service answered.</summary>
    /// <param name="recording">The recorded session.</param>
    /// <param name="service">Sends to the service: its base address, its credentials.</param>
    /// <param name="patience">How long it may take to a recorded state; two minutes unless given.</param>
    /// <param name="time">Measures the pauses between polls.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ReplayException">The service does not make what the recording takes for granted.</exception>
    public static Task<ReplayedRecording> RunAsync(
        Recording recording, HttpClient service, TimeSpan? patience = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return RunAsync(recording, (_, run) => run(service), patience, time, cancellationToken);
    }

    /// <param name="recording">The recorded session.</param>
    /// <param name="connect">Begins a visit with the service, runs it and ends it.</param>
    /// <param name="patience">How long it may take to a recorded state.</param>
    /// <param name="time">Measures the pauses between polls.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    internal static async Task<ReplayedRecording> RunAsync(
        Recording recording,
        Func<RecordedObjects, Func<HttpClient, Task<IReadOnlyList<ReplayedExchange>>>, Task<IReadOnlyList<ReplayedExchange>>> connect,
        TimeSpan? patience,
        TimeProvider? time,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recording);
        List<ReplayedVisit> visits = [];
        foreach (RecordedVisit visit in RecordedVisit.Of(recording))
        {
            IReadOnlyList<ReplayedExchange> best = await BestAsync(visit).ConfigureAwait(false);
            visits.Add(VisitOf(recording, best));
        }
        return new ReplayedRecording(visits, recording.Exchanges.Count - visits.Sum(visit => visit.Sent.Exchanges.Count));

        async Task<IReadOnlyList<ReplayedExchange>> BestAsync(RecordedVisit visit)
        {
            (int Differences, IReadOnlyList<ReplayedExchange> Exchanges) best = (int.MaxValue, []);
            ReplayException? refused = null;
            RecordedObjects objects = new(visit.Exchanges.Select(exchange => exchange.Exchange));
            foreach (string dialect in visit.Dialects.TakeWhile(_ => best.Differences > 0))
            {
                try
                {
                    IReadOnlyList<ReplayedExchange> replayed = await connect(
                        objects,
                        client => new Replay(Session(client, dialect), objects).RunAsync(visit.Exchanges, cancellationToken)).ConfigureAwait(false);
                    int differences = Differences(VisitOf(recording, replayed));
                    if (differences < best.Differences)
                        best = (differences, replayed);
                }
                catch (ReplayException failure)
                {
                    refused = failure;
                }
            }
            return best.Exchanges.Count > 0 ? best.Exchanges : throw refused!;
        }

        ReplaySession Session(HttpClient client, string dialect) => new(
            client, (poll, stop) => Task.Delay(Pause(poll), time ?? TimeProvider.System, stop))
        {
            MaxPolls = PausesBeforeTheLongest + (int)((patience ?? UsualPatience) / LongestPause),
            Beta = dialect,
            SpeaksV1 = dialect.EndsWith("v1", StringComparison.Ordinal),
        };
    }

    private static ReplayedVisit VisitOf(Recording recording, IReadOnlyList<ReplayedExchange> replayed) => new(
        recording with { Exchanges = [.. replayed.Select(exchange => exchange.Recorded)] },
        recording with { Exchanges = [.. replayed.Select(exchange => exchange.Answer.Exchange!)] });

    private static int Differences(ReplayedVisit visit) =>
        TranscriptComparison.Of(Transcript.Of(visit.Sent), Transcript.Of(visit.Answered)).Differences.Count;

    private static TimeSpan Pause(int poll)
    {
        TimeSpan pause = FirstPause * Math.Pow(Growth, Math.Min(poll, PausesBeforeTheLongest));
        return pause < LongestPause ? pause : LongestPause;
    }
}
