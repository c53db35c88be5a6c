using AgentsMigration.Adapter;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>The adapter in front of an emulator whose clock only moves when the replay says so.</summary>
internal sealed class ReplayWorld : IAsyncDisposable
{
    private const int Moves = 10;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly EmulatorServer _emulator;
    private readonly ManualTimeProvider _clock;
    private readonly LegacyAgentsAdapter _adapter;
    private readonly HttpClient _client;

    private ReplayWorld(EmulatorServer emulator, ManualTimeProvider clock, Target target, RecordedDialect dialect)
    {
        _emulator = emulator;
        _clock = clock;
        _adapter = new LegacyAgentsAdapter(new AdapterOptions(target == Target.OpenAI
            ? V2Target.OpenAI("test-key", emulator.OpenAIEndpoint)
            : V2Target.Foundry(emulator.ProjectEndpoint, "test-key")));
        _client = new HttpClient(_adapter.CreateHandler()) { BaseAddress = new Uri("https://legacy.test/") };
        bool v1 = dialect == RecordedDialect.AssistantsV1;
        _client.DefaultRequestHeaders.Add("OpenAI-Beta", v1 ? "assistants=v1" : "assistants=v2");
        Session = new ReplaySession(_client, (poll, _) => MoveOn(poll)) { SpeaksV1 = v1 };
    }

    public ReplaySession Session { get; }

    public static async Task<ReplayWorld> StartAsync(
        Target target, RecordedDialect dialect, ModelScript script, CancellationToken cancellationToken)
    {
        // Today, because the adapter reads times out of ids and takes none from the future.
        ManualTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        EmulatorOptions options = new()
        {
            Script = script,
            TimeProvider = clock,
            QueueDelay = Pace,
            GenerationDelay = Pace,
            // An assistant of v1 is answered when its files can be searched, which would wait for a clock that stands.
            IngestDelay = dialect == RecordedDialect.AssistantsV1 ? TimeSpan.Zero : Pace / 2,
            CodeTimeLimit = TimeSpan.FromHours(1),
        };
        return new ReplayWorld(await EmulatorServer.StartAsync(options, cancellationToken), clock, target, dialect);
    }

    public static async Task<IReadOnlyList<ReplayedExchange>> ReplayAsync(
        string file, Target target, CancellationToken cancellationToken)
    {
        List<ReplayedExchange> replayed = [];
        foreach (RecordedSession recording in RecordedSessions.Of(file))
        {
            RecordedObjects recorded = new(recording.Exchanges.Select(exchange => exchange.Exchange));
            await using ReplayWorld world = await StartAsync(
                target, recording.Dialect, ModelScript.Parse(RecordedModel.Script(recorded)), cancellationToken);
            replayed.AddRange(await new Replay(world.Session, recorded).RunAsync(recording.Exchanges, cancellationToken));
        }
        return replayed;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _adapter.Dispose();
        await _emulator.DisposeAsync();
    }

    /// <summary>The clock is moved for what waits for it, and then it is only a matter of code that really runs.</summary>
    private Task MoveOn(int poll)
    {
        if (poll < Moves)
            _clock.Advance(Pace);
        return Task.CompletedTask;
    }
}
