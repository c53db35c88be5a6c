using AgentsMigration.Gateway.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Hosting;

namespace AgentsMigration.Gateway;

/// <summary>A server of its own with nothing but the legacy API and its health on it.</summary>
public sealed class GatewayServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayServer(WebApplication app)
    {
        _app = app;
        Addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address))];
    }

    /// <summary>Where it listens, with the ports it got.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="options">Where it listens.</param>
    /// <param name="configure">What it answers with.</param>
    /// <param name="cancellationToken">Ends the start early.</param>
    /// <exception cref="GatewayConfigurationException">It would be open to others without a key, or cannot listen so.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<GatewayServer> StartAsync(
        GatewayServerOptions options, Action<LegacyAgentsOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configure);
        WebApplication app = Build(options, configure);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new GatewayServer(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes no new connection and waits for the answers that are under way, streams included.</summary>
    /// <param name="cancellationToken">Breaks them off.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Serve(HttpsConnectionAdapterOptions https, GatewayServerOptions options)
    {
        https.ServerCertificate = options.Certificate;
        https.ServerCertificateChain = [.. options.CertificateChain];
    }

    private static WebApplication Build(GatewayServerOptions options, Action<LegacyAgentsOptions> configure)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddLegacyAgents(agents =>
        {
            configure(agents);
            bool asksCallers = !agents.Keys.IsEmpty || agents.Target?.IsAsCaller == true;
            BindRules.Check(options.Urls, asksCallers, options.Certificate is not null);
            agents.LocalCallersOnly = !asksCallers;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTime);
        options.Logging?.Invoke(builder.Logging);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (options.Certificate is not null)
                kestrel.ConfigureHttpsDefaults(https => Serve(https, options));
        });
        builder.WebHost.UseUrls([.. options.Urls]);

        WebApplication app = builder.Build();
        app.UseRouting();
        app.MapLegacyAgents();
        app.MapLegacyAgentsHealth();
        app.MapFallback("{**path}", app.Services.GetRequiredService<Http.LegacyEndpoint>().RefuseAsync);
        return app;
    }
}
