using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Streaming;

namespace AgentsMigration.Adapter.Operations.Runs.Streams;

/// <summary>Answers with the stream of a run, and follows the run for as long as it takes.</summary>
internal sealed class RunStreams(V2Client v2, RunJournal journal, StreamPumps pumps, TimeProvider time, TimeSpan patience)
{
    /// <param name="wire">The words of its events.</param>
    /// <param name="run">The run with the response that is streamed, or one that has ended without a response.</param>
    /// <param name="upstream">The response's events; null where they have to be asked for.</param>
    /// <param name="open">Writes what comes before the first event of the response.</param>
    /// <param name="withSearchContent">Whether steps show the text that a search found.</param>
    public LegacyResponse Open(
        LegacyWire wire, RunRecord run, V2Stream? upstream, Action<EventWriter> open, bool withSearchContent)
    {
        FrameBuffer frames = new();
        EventWriter events = new(frames, wire);
        EventPipe pipe = new(time, patience);
        open(events);
        pumps.Start(async stopping =>
        {
            using EventWriter own = events;
            ResponseTranslator translator = new(journal, events, run, withSearchContent, time);
            using RunPump pump = new(v2, journal, translator, events, frames, pipe, time);
            if (!RunStatus.IsActive(run.Status))
                await translator.CloseAsync(run, null, stopping).ConfigureAwait(false);
            await pump.RunAsync(upstream, stopping).ConfigureAwait(false);
        });
        return LegacyResponse.Events(new EventPipeStream(pipe));
    }

    /// <summary>A run as it was before anything happened to it.</summary>
    public static RunRecord Unbegun(RunRecord run) => run with
    {
        Status = RunStatus.Queued,
        StartedAt = null,
        CompletedAt = null,
        FailedAt = null,
        ExpiresAt = run.ExpiresAt ?? run.CreatedAt,
        LastError = null,
        IncompleteReason = null,
        Usage = null,
    };
}
