using AgentsMigration.Adapter;
using AgentsMigration.Gateway.Http;
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

        services.AddRoutingCore();
        services.TryAddSingleton(options);
        services.TryAddSingleton(_ => new LegacyAgentsAdapter(options.ToAdapterOptions()));
        services.TryAddSingleton<LegacyEndpoint>();
        return services;
    }
}
