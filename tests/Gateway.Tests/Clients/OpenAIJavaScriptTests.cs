using System.Text.Json;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>The client that most legacy apps outside .NET use, unmodified and pinned.</summary>
public sealed class OpenAIJavaScriptTests
{
    [Theory]
    [InlineData("openai")]
    [InlineData("azure")]
    public async Task OpenAI4_WholeProgram_WorksThroughTheGateway(string service)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.AddKey("caller-key"));

        string output = await NodeProject.RunAsync("openai4.mjs", world.Gateway.Addresses[0].ToString().TrimEnd('/'), service);

        JsonElement result = JsonElement.Parse(output);
        Assert.True(result.GetProperty("image").GetInt32() > 1000);
        Assert.Empty(world.Log.Errors);
    }
}
