using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgentsMigration.Benchmarks.Gateway.Servers;

/// <summary>A server that logs nothing, says where it listens, and ends with whoever started it.</summary>
internal static class QuietServer
{
    public static async Task RunAsync(Action<IServiceCollection> add, Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        add(builder.Services);
        await using WebApplication app = builder.Build();
        map(app);
        await app.StartAsync();
        Console.WriteLine($"Ready: {app.Urls.First()}");
        // The pipe closes when its other end has gone, however it went.
        await Console.In.ReadToEndAsync();
    }
}
