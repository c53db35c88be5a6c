using AgentsMigration.Adapter;
using AgentsMigration.Comparison.Recordings;
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

    private ReplayWorld(EmulatorServer emulator, ManualTimeProvider clock, Target target)
    {
        _emulator = emulator;
        _clock = clock;
        _adapter = new LegacyAgentsAdapter(new AdapterOptions(target == Target.OpenAI
            ? V2Target.OpenAI("test-key", emulator.OpenAIEndpoint)
            : V2Target.Foundry(emulator.ProjectEndpoint, "test-key")));
        _client = new HttpClient(_adapter.CreateHandler()) { BaseAddress = new Uri("https://legacy.test/") };
        _client.DefaultRequestHeaders.Add("OpenAI-Beta", "assistants=v2");
        Session = new ReplaySession(_client, (poll, _) => MoveOn(poll));
    }

    public ReplaySession Session { get; }

    public static async Task<ReplayWorld> StartAsync(Target target, ModelScript script, CancellationToken cancellationToken)
    {
        // Today, because the adapter reads times out of ids and takes none from the future.
        ManualTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        EmulatorOptions options = new()
        {
            Script = script,
            TimeProvider = clock,
            QueueDelay = Pace,
            GenerationDelay = Pace,
            IngestDelay = Pace / 2,
            CodeTimeLimit = TimeSpan.FromHours(1),
        };
        return new ReplayWorld(await EmulatorServer.StartAsync(options, cancellationToken), clock, target);
    }

    public static async Task<(IReadOnlyList<ReplayedExchange> Exchanges, IdMap Ids)> ReplayAsync(
        string file, Target target, CancellationToken cancellationToken)
    {
        (int Index, RecordedExchange Exchange)[] exchanges =
            [.. Recording.Load("legacy", file).Exchanges.Index().Where(exchange => !SkippedExchanges.Covers(file, exchange.Index))];
        RecordedObjects recorded = new(exchanges.Select(exchange => exchange.Exchange));
        await using ReplayWorld world = await StartAsync(target, ModelScript.Parse(RecordedModel.Script(recorded)), cancellationToken);
        Replay replay = new(world.Session, recorded);
        return (await replay.RunAsync(exchanges, cancellationToken), replay.Ids);
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
