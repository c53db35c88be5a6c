using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Adapter.Tests.Doors;

/// <summary>A target that sends its callers elsewhere, over real HTTP: the default transport is what is tested.</summary>
public sealed class RedirectTests
{
    [Fact]
    public async Task Send_TargetRedirects_KeepsTheKeyAndNamesTheEndpoint()
    {
        await using WebApplication elsewhere = await StartAsync(app => app.Run(http =>
        {
            Assert.Fail($"The key '{http.Request.Headers["api-key"]}' came here.");
            return Task.CompletedTask;
        }));
        await using WebApplication target = await StartAsync(app => app.Run(http =>
        {
            http.Response.Redirect(elsewhere.Urls.Single() + http.Request.Path);
            return Task.CompletedTask;
        }));
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.Foundry(new Uri(target.Urls.Single() + "/api/projects/p"), "key")));
        using HttpClient client = new(adapter.CreateHandler());

        using HttpResponseMessage response = await client.PostAsync(
            new Uri("https://legacy.test/api/projects/p/threads?api-version=v1"), null, TestContext.Current.CancellationToken);

        JsonElement error = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("error");
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Contains("redirects", error.GetProperty("message").GetString());
        Assert.Contains("endpoint", error.GetProperty("message").GetString());
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> configure)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        configure(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
