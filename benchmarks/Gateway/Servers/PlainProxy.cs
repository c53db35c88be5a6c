using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Configuration;

namespace AgentsMigration.Benchmarks.Gateway.Servers;

/// <summary>YARP as its documentation sets it up: one route for everything, one destination.</summary>
internal static class PlainProxy
{
    public static Task RunAsync(string target) => QuietServer.RunAsync(
        services => services.AddRouting().AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "upstream", Match = new RouteMatch { Path = "{**rest}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "upstream",
                    Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = target } },
                },
            ]),
        app =>
        {
            app.UseRouting();
            app.MapReverseProxy();
        });
}
