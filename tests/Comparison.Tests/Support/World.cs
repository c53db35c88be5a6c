using AgentsMigration.Adapter;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Recordings.Redacting;
using AgentsMigration.Emulator;

namespace AgentsMigration.Comparison.Tests.Support;

/// <summary>The emulator, spoken to in v2 or, through the adapter, in legacy; what goes over the wire is recorded.</summary>
internal sealed class World : IAsyncDisposable
{
    private const string Script = """
        {"rules":[
          {"name":"weather","when":{"function":"get_weather"},"output":[{"call":"get_weather","arguments":{"location":"Oslo","unit":"c"}}]},
          {"name":"chart","when":{"message":"chart"},"output":[
            {"python":"from IPython.display import display\nfrom emulator_charts import bar_chart\ndisplay(bar_chart(['a','b'], [1,2]))\nopen('/mnt/data/report.csv','w').write('x,y')\nprint('drawn')"},
            {"text":"Here is the chart. [Download the report](sandbox:/mnt/data/report.csv)"}]},
          {"name":"else","when":{},"output":[{"text":"It is snowing in Oslo."}]}
        ]}
        """;

    private readonly EmulatorServer _emulator;
    private readonly LegacyAgentsAdapter _adapter;

    private World(EmulatorServer emulator)
    {
        _emulator = emulator;
        _adapter = new LegacyAgentsAdapter(new AdapterOptions(V2Target.OpenAI("test-key", emulator.OpenAIEndpoint)));
    }

    public Uri V2 => new(_emulator.OpenAIEndpoint + "/");

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<World> StartAsync() => new(await EmulatorServer.StartAsync(
        new EmulatorOptions
        {
            Script = ModelScript.Parse(Script),
            QueueDelay = TimeSpan.FromMilliseconds(1),
            GenerationDelay = TimeSpan.FromMilliseconds(1),
            IngestDelay = TimeSpan.FromMilliseconds(1),
        },
        Cancelled));

    public HttpMessageHandler Legacy() => _adapter.CreateHandler();

    public async Task<Recording> RecordAsync(HttpMessageHandler inner, Func<HttpClient, Task> scenario, Redaction? redaction = null)
    {
        using TrafficRecorder recorder = new(inner, redaction ?? Redaction.None);
        using HttpClient client = new(recorder, disposeHandler: false) { BaseAddress = new Uri("https://legacy.test/v1/") };
        client.DefaultRequestHeaders.Add("OpenAI-Beta", "assistants=v2");
        await scenario(client);
        return recorder.ToRecording("session");
    }

    public async ValueTask DisposeAsync()
    {
        _adapter.Dispose();
        await _emulator.DisposeAsync();
    }
}
