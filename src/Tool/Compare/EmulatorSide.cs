using AgentsMigration.Adapter;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Emulator;

namespace AgentsMigration.Tool.Compare;

/// <summary>The adapter before the local emulator, whose model says and does what the recorded one did.</summary>
internal sealed record EmulatorSide() : ServiceSide("adapter on the emulator")
{
    // Long enough for a client to see a run queued, short enough for hundreds of sessions.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    public override TimeSpan? Patience => TimeSpan.FromSeconds(10);

    public override async Task<ServiceSession> ConnectAsync(RecordedObjects recorded, CancellationToken cancellationToken)
    {
        EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Script = ModelScript.Parse(RecordedModel.Script(recorded)),
                QueueDelay = Pace,
                GenerationDelay = Pace,
                IngestDelay = Pace / 2,
            },
            cancellationToken);
        LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("emulator", emulator.OpenAIEndpoint)));
        HttpClient client = new(adapter.CreateHandler()) { BaseAddress = new Uri("https://adapter.local/") };
        return new ServiceSession(client, new Owned(adapter), emulator);
    }

    private sealed class Owned(IDisposable one) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            one.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
