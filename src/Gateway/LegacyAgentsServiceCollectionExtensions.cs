using AgentsMigration.Adapter;
using AgentsMigration.Gateway.Http;
using AgentsMigration.Gateway.Security;
using AgentsMigration.Gateway.Usage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentsMigration.Gateway;

/// <summary>Adds the gateway to an app's services.</summary>
public static class LegacyAgentsServiceCollectionExtensions
{
    /// <summary>
    /// Adds what <see cref="LegacyAgentsEndpointRouteBuilderExtensions.MapLegacyAgents"/> needs.
    /// </summary>
    /// <example>
    /// <code>
    /// builder.Services.AddLegacyAgents(options => options.Target = V2Target.Foundry(projectEndpoint, credential));
    /// …
    /// app.MapLegacyAgents();
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException">No target was set.</exception>
    public static IServiceCollection AddLegacyAgents(this IServiceCollection services, Action<LegacyAgentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        LegacyAgentsOptions options = new();
        configure(options);
        if (options.Target is null)
            throw new ArgumentException("The gateway needs a target: set LegacyAgentsOptions.Target.", nameof(configure));

        if (options.Target.IsAsCaller && !options.Keys.IsEmpty)
            throw new ArgumentException("A caller has one credential: either the target's is forwarded, or the gateway has keys.", nameof(configure));

        services.AddRoutingCore();
        services.TryAddSingleton(options);
        services.TryAddSingleton(_ => new LegacyAgentsAdapter(options.ToAdapterOptions()));
        services.TryAddSingleton(CreateCallers);
        services.TryAddSingleton<UsageCounter>();
        services.AddHostedService<UsageFlusher>();
        services.TryAddSingleton<LegacyEndpoint>();
        return services;
    }

    private static ICallers CreateCallers(IServiceProvider services)
    {
        LegacyAgentsOptions options = services.GetRequiredService<LegacyAgentsOptions>();
        LegacyAgentsAdapter adapter = services.GetRequiredService<LegacyAgentsAdapter>();
        if (options.Target!.IsAsCaller)
            return new ForwardedCallers(adapter, options);
        return options.Keys.IsEmpty ? new OpenCallers(adapter, options) : new KeyCallers(adapter, options.Keys);
    }
}
