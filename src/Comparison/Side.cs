using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Recordings.Redacting;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison;

/// <summary>One of two sessions that are compared: it runs now, or it was recorded.</summary>
public sealed class Side
{
    private readonly Func<CancellationToken, Task<Transcript>> _run;

    private Side(string name, Func<CancellationToken, Task<Transcript>> run) => (Name, _run) = (name, run);

    /// <summary>What it is called in messages and reports.</summary>
    public string Name { get; }

    /// <summary>
    /// An app that runs now. Its client sends through the recorder: <c>options.SendThrough(recorder)</c>, or
    /// <c>new HttpClient(recorder)</c>.
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="inner">Sends the requests: an adapter's handler, or the network.</param>
    /// <param name="scenario">Runs the app.</param>
    public static Side Run(string name, HttpMessageHandler inner, Func<TrafficRecorder, CancellationToken, Task> scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new Side(name, async cancellationToken =>
        {
            // Nothing of it is kept, so nothing needs to be hidden.
            using TrafficRecorder recorder = new(inner, Redaction.None);
            await scenario(recorder, cancellationToken).ConfigureAwait(false);
            return Transcript.Of(recorder.ToRecording(name));
        });
    }

    /// <summary>A recorded session.</summary>
    public static Side Recorded(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return new Side(recording.Name, _ => Task.FromResult(Transcript.Of(recording)));
    }

    /// <summary>A recorded session, read from its file.</summary>
    public static Side Recorded(string file) => Recorded(Recording.Read(file));

    /// <summary>The requests of a recorded legacy session, sent to a service now.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="recording">The requests.</param>
    /// <param name="service">Sends to the service: its base address, its credentials.</param>
    public static Side Replayed(string name, Recording recording, HttpClient service) =>
        new(name, async cancellationToken => Transcript.Of(
            (await RecordingReplay.RunAsync(recording, service, cancellationToken: cancellationToken).ConfigureAwait(false)).Answered with { Name = name }));

    internal Task<Transcript> RunAsync(CancellationToken cancellationToken) => _run(cancellationToken);
}
