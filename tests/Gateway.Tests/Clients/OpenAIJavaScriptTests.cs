using System.Text.Json;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>The client that most legacy apps outside .NET use, unmodified and pinned.</summary>
public sealed class OpenAIJavaScriptTests
{
    [Theory]
    [InlineData("openai")]
    [InlineData("azure")]
    [InlineData("entra")]
    public async Task OpenAI4_FilesAndChart_WorkThroughTheGateway(string service)
    {
        JsonElement result = await RunAsync("chart.mjs", service);

        Assert.True(result.GetProperty("image").GetInt32() > 1000);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("azure")]
    [InlineData("entra")]
    public async Task OpenAI4_FunctionsAndSearch_WorkThroughTheGateway(string service)
    {
        JsonElement result = await RunAsync("tools.mjs", service);

        Assert.Contains("heliotrope", result.GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> RunAsync(string script, string service)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.AddKey("caller-key"));
        string output = await NodeProject.RunAsync(script, world.Gateway.Addresses[0].ToString().TrimEnd('/'), service);
        Assert.Empty(world.Log.Errors);
        return JsonElement.Parse(output);
    }
}
