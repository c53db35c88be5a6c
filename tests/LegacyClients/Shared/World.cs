using System.ClientModel;
using System.ClientModel.Primitives;
using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;
using OpenAI;
using QuarterlyChart;

namespace AgentsMigration.LegacyClients;

/// <summary>An emulator on a real port, an adapter in front of it, and the real legacy client on that.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly EmulatorServer _emulator;
    private readonly LegacyAgentsAdapter _adapter;
    private readonly LogsBeforeCleanUp _logs = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legacy-client-");

    private World(EmulatorServer emulator, string target, string? key)
    {
        _emulator = emulator;
        Upstream = new RecordingHandler(_logs);
        Service = new V2Service(
            Targets.Resources(target, emulator), target == Targets.Foundry ? emulator.ProjectEndpoint : null, key);
        _adapter = new LegacyAgentsAdapter(new AdapterOptions(Targets.Create(target, emulator, key ?? "any"))
        {
            Transport = Upstream,
        });
        Client = CreateClient(_adapter, Traffic);
    }

    /// <summary>What the adapter sends to the service.</summary>
    public RecordingHandler Upstream { get; }

    /// <summary>What the legacy client sent and got.</summary>
    public LegacyTraffic Traffic { get; } = new();

    /// <summary>The legacy client.</summary>
    public OpenAIClient Client { get; }

    /// <summary>The service as seen past the adapter.</summary>
    public V2Service Service { get; }

    /// <summary>What the code printed in the sandbox, once the app has cleaned up.</summary>
    public string InterpreterLogs => _logs.Logs;

    public string OutputFolder => Path.Combine(_folder.FullName, "output");

    public string CompaniesCsv => Path.Combine(AppContext.BaseDirectory, "companies.csv");

    public static async Task<World> StartAsync(string target, EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        options.QueueDelay = TimeSpan.FromMilliseconds(1);
        options.GenerationDelay = TimeSpan.FromMilliseconds(1);
        EmulatorServer emulator = await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);
        return new World(emulator, target, options.ApiKey);
    }

    /// <summary>A client whose calls are not retried: a failure that lasts should fail a test at once.</summary>
    public static OpenAIClient CreateClient(LegacyAgentsAdapter adapter, LegacyTraffic? traffic = null)
    {
        OpenAIClientOptions options = new() { RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
        options.UseAgentsV2(adapter);
        options.AddPolicy(traffic ?? new LegacyTraffic(), PipelinePosition.PerCall);
        return new OpenAIClient(new ApiKeyCredential("unused"), options);
    }

    public string WriteFile(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public LegacyAppOptions AppOptions(string? csvPath = null, string? model = null, string? question = null)
    {
        LegacyAppOptions usual = new() { CsvPath = "", OutputFolder = "" };
        return new LegacyAppOptions
        {
            CsvPath = csvPath ?? CompaniesCsv,
            OutputFolder = OutputFolder,
            Model = model ?? usual.Model,
            Question = question ?? usual.Question,
            PollInterval = TimeSpan.FromMilliseconds(20),
        };
    }

    public async Task<(int ExitCode, string Output)> RunAppAsync(LegacyAppOptions? options = null)
    {
        StringWriter output = new();
        int exitCode = await LegacyApp.RunAsync(
            Client, options ?? AppOptions(), output, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _adapter.Dispose();
        Upstream.Dispose();
        Service.Dispose();
        await _emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
