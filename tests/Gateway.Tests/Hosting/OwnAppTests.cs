using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Gateway.Tests.Hosting;

/// <summary>The gateway inside an app that has more to do.</summary>
public sealed class OwnAppTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MapLegacyAgents_InAGroupOfAnotherApp_LeavesTheRestToTheApp()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(cancellationToken: Cancelled);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLegacyAgents(agents => agents.Target = V2Target.Foundry(emulator.ProjectEndpoint, "key"));
        await using WebApplication app = builder.Build();
        app.MapGroup("/legacy/{tenant}").MapLegacyAgents();
        app.MapGet("/v1/own", () => "own");
        await app.StartAsync(Cancelled);
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };

        using StringContent body = new("""{"model":"gpt-4o"}""");
        using HttpResponseMessage made = await client.PostAsync("/legacy/a/api/projects/p/assistants?api-version=v1", body, Cancelled);

        Assert.Equal(200, (int)made.StatusCode);
        Assert.Contains("\"id\":\"asst_", await made.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal("own", await client.GetStringAsync("/v1/own", Cancelled));
        await app.StopAsync(Cancelled);
    }

    [Fact]
    public void AddLegacyAgents_NoTarget_SaysSo()
    {
        ArgumentException failure = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddLegacyAgents(_ => { }));

        Assert.Contains("LegacyAgentsOptions.Target", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapLegacyAgents_NothingAdded_SaysSo()
    {
        await using WebApplication app = WebApplication.CreateSlimBuilder().Build();

        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => app.MapLegacyAgents());

        Assert.Contains("AddLegacyAgents", failure.Message, StringComparison.Ordinal);
    }
}
