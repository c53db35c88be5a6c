using System.Collections.Concurrent;
using AgentsMigration.Adapter;
using AgentsMigration.Adapter.Routing;

namespace AgentsMigration.Gateway.Security;

/// <summary>The routes of tenants that have names of their own: there are few, and they stay.</summary>
internal sealed class TenantRoutes(LegacyAgentsAdapter adapter)
{
    private readonly ConcurrentDictionary<string, RouteTable> _routes = new(StringComparer.Ordinal);

    public RouteTable Of(string tenant) =>
        _routes.TryGetValue(tenant, out RouteTable? routes) ? routes : _routes.GetOrAdd(tenant, name => adapter.CreateRoutes(name));
}
