using System.Text.Json;
using AgentsMigration.Comparison.Files;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>Azure's clients of the older generations, unmodified and pinned, each with the scenario of its documentation.</summary>
public sealed class AzureJavaScriptTests
{
    [Theory]
    [InlineData("openai")]
    [InlineData("azure")]
    public async Task OpenAIAssistants_V1_WorksThroughTheGateway(string service)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.AddKey("caller-key"));

        AssertChart(await NodeProject.RunAsync("assistants-v1.mjs", world.Address, service));
        Assert.Empty(world.Log.Errors);
    }

    /// <summary>Both send tokens, and so speak to TLS only.</summary>
    [Theory]
    [InlineData("projects.mjs")]
    [InlineData("agents.mjs")]
    public async Task Agents_WorkThroughTheGateway(string script)
    {
        using DevelopmentCertificate certificate = new();
        await using GatewayWorld world = await GatewayWorld.StartFoundryAsync(
            agents => agents.AddKey("caller-key"), certificate.Certificate);

        AssertChart(await NodeProject.RunTrustingAsync(certificate.Path, script, world.Address));
        Assert.Empty(world.Log.Errors);
    }

    private static void AssertChart(string output)
    {
        string path = JsonElement.Parse(output).GetProperty("picture").GetString()!;
        PngImage image = PngImage.Decode(File.ReadAllBytes(path));
        File.Delete(path);
        Assert.False(image.IsBlank);
        Assert.True(image is { Width: >= 300, Height: >= 200, DistinctColors: > 2 }, $"{image.Width} x {image.Height}, {image.DistinctColors} colours");
    }
}
