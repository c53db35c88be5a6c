using System.ClientModel;
using AgentsMigration.Comparison.Files;
using AgentsMigration.Gateway.Tests.Support;
using OpenAI;
using QuarterlyChart;

namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>The .NET client on the wire: nothing but its endpoint tells of the gateway.</summary>
public sealed class DotNetTests
{
    [Fact]
    public async Task AssistantClient_ChartApp_WorksThroughTheGateway()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.AddKey("caller-key"));
        OpenAIClient client = new(
            new ApiKeyCredential("caller-key"), new OpenAIClientOptions { Endpoint = new Uri($"{world.Address}/v1") });
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gateway-tests-");
        StringWriter output = new();
        LegacyAppOptions options = new()
        {
            CsvPath = Path.Combine(AppContext.BaseDirectory, "companies.csv"),
            OutputFolder = folder.FullName,
            PollInterval = TimeSpan.FromMilliseconds(20),
        };

        int exitCode = await LegacyApp.RunAsync(client, options, output, TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output.ToString());
        Assert.False(PngImage.Load(Path.Combine(folder.FullName, "chart.png")).IsBlank);
        Assert.Empty(world.Log.Errors);
        folder.Delete(recursive: true);
    }
}
