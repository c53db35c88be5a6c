using AgentsMigration.Gateway.Http;

namespace AgentsMigration.Gateway;

/// <summary>Puts the legacy API on an app's routes.</summary>
public static class LegacyAgentsEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Answers the legacy API under every prefix that its clients use: <c>/v1</c>, <c>/openai</c>,
    /// <c>/api/projects/{project}</c> and the hub path. Everything else below them is answered 404: the gateway forwards
    /// nothing that is not legacy.
    /// </summary>
    /// <exception cref="InvalidOperationException">AddLegacyAgents was not called.</exception>
    public static IEndpointConventionBuilder MapLegacyAgents(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        LegacyEndpoint endpoint = endpoints.ServiceProvider.GetService<LegacyEndpoint>()
            ?? throw new InvalidOperationException("Call services.AddLegacyAgents(…) first.");

        RouteGroupBuilder group = endpoints.MapGroup("");
        foreach (LegacyPrefix prefix in LegacyPrefix.All)
            group.Map(prefix.Pattern, http => endpoint.InvokeAsync(http, prefix));
        return group;
    }
}
