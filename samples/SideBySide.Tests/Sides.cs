using System.ClientModel;
using AgentsMigration.Adapter;
using AgentsMigration.Comparison;
using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Reporting;
using AgentsMigration.Emulator;
using OpenAI;

namespace BeforeAndAfter;

/// <summary>
/// The two sides of a migration: the legacy code through the adapter, and the migrated code on v2. Both speak to the local
/// emulator here; with <see cref="Side.Recorded(string)"/> the left side is a session of the real legacy service.
/// </summary>
internal static class Sides
{
    public static async Task<TranscriptComparison> CompareAsync(
        Func<OpenAIClient, CancellationToken, Task> before, Func<OpenAIClient, CancellationToken, Task> after, CancellationToken cancellationToken)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions(), cancellationToken);
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("unused", emulator.OpenAIEndpoint)));
        TranscriptComparison comparison = await SideBySide.CompareAsync(
            Side.Run("before", adapter.CreateHandler(), (recorder, stop) => before(Client(recorder, new OpenAIClientOptions()), stop)),
            Side.Run("after", new SocketsHttpHandler(), (recorder, stop) => after(Client(recorder, new OpenAIClientOptions { Endpoint = emulator.OpenAIEndpoint }), stop)),
            ComparisonRules.Default,
            cancellationToken);

        // The page to look at when a test fails.
        string page = Path.Combine(AppContext.BaseDirectory, $"{Xunit.TestContext.Current.TestMethod?.MethodName}.html");
        await File.WriteAllTextAsync(page, HtmlReport.Render(ComparisonReport.Of(comparison)), cancellationToken);
        return comparison;
    }

    private static OpenAIClient Client(TrafficRecorder recorder, OpenAIClientOptions options) =>
        new(new ApiKeyCredential("unused"), options.SendThrough(recorder));
}
