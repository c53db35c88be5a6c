using System.ClientModel.Primitives;
using System.Text.Json;
using AgentsMigration.Emulator;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AgentsMigration.Adapter.Tests.Doors;

/// <summary>The one line, for both families of client options; each goes through its own pipeline to the adapter.</summary>
public sealed class UseAgentsV2Tests
{
    private static readonly Uri Threads = new("https://legacy.test/v1/threads");

    [Fact]
    public async Task UseAgentsV2_ClientPipelineOptions_SendsTheClientsCallsToTheAdapter()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(null, TestContext.Current.CancellationToken);
        using LegacyAgentsAdapter adapter = LegacyAgentsAdapter.ForOpenAI("key", emulator.OpenAIEndpoint);
        ClientPipelineOptions options = new ClientPipelineOptions().UseAgentsV2(adapter);
        ClientPipeline pipeline = ClientPipeline.Create(options);

        using PipelineMessage message = pipeline.CreateMessage();
        message.Request.Method = "POST";
        message.Request.Uri = Threads;
        await pipeline.SendAsync(message);

        Assert.Equal(200, message.Response!.Status);
        Assert.StartsWith("thread_", JsonElement.Parse(message.Response.Content.ToString()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task UseAgentsV2_AzureCoreOptions_SendsTheClientsCallsToTheAdapter()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(null, TestContext.Current.CancellationToken);
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.Foundry(emulator.ProjectEndpoint, "key")));
        AzureClientOptions options = new AzureClientOptions().UseAgentsV2(adapter);
        HttpPipeline pipeline = HttpPipelineBuilder.Build(options);

        using HttpMessage message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri("https://legacy.test/api/projects/p/threads?api-version=2025-05-01"));
        await pipeline.SendAsync(message, TestContext.Current.CancellationToken);

        Assert.Equal(200, message.Response.Status);
        Assert.StartsWith("thread_", JsonElement.Parse(message.Response.Content.ToString()).GetProperty("id").GetString());
    }

    [Fact]
    public void UseAgentsV2_NullArguments_AreNamed()
    {
        using LegacyAgentsAdapter adapter = LegacyAgentsAdapter.ForOpenAI("key");

        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => ((ClientPipelineOptions)null!).UseAgentsV2(adapter)).ParamName);
        Assert.Equal("adapter", Assert.Throws<ArgumentNullException>(() => new AzureClientOptions().UseAgentsV2(null!)).ParamName);
    }

    [Theory]
    [InlineData("relative/path", "key")]
    [InlineData("ftp://x.test", "key")]
    [InlineData("https://x.test/api/projects/p", " ")]
    public void Foundry_BadArguments_AreRefusedAtOnce(string endpoint, string key) =>
        Assert.Throws<ArgumentException>(() => V2Target.Foundry(new Uri(endpoint, UriKind.RelativeOrAbsolute), key));

    private sealed class AzureClientOptions : ClientOptions;
}
