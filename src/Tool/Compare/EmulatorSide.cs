using AgentsMigration.Adapter;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Emulator;

namespace AgentsMigration.Tool.Compare;

/// <summary>The adapter before the local emulator, whose model says and does what the recorded one did.</summary>
internal sealed record EmulatorSide() : ServiceSide("adapter on the emulator")
{
    // Long enough for a client to see a run queued, short enough for hundreds of sessions.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(80);

    public override async Task<ServiceSession> ConnectAsync(Recording recording, CancellationToken cancellationToken)
    {
        EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Script = ModelScript.Parse(RecordedModel.Script(new RecordedObjects(recording.Exchanges))),
                QueueDelay = Pace,
                GenerationDelay = Pace,
                IngestDelay = Pace / 2,
            },
            cancellationToken);
        LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("emulator", emulator.OpenAIEndpoint)));
        HttpClient client = new(adapter.CreateHandler()) { BaseAddress = new Uri("https://adapter.local/") };
        return new ServiceSession(client, new Owned(adapter), emulator) { Patience = Patience };
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
