using System.Collections.Concurrent;
using AgentsMigration.Adapter;

namespace AgentsMigration.Gateway.Security;

/// <summary>Tenants that have names of their own: there are few, and they stay.</summary>
internal sealed class TenantCallers(LegacyAgentsAdapter adapter)
{
    private readonly ConcurrentDictionary<string, Caller> _callers = new(StringComparer.Ordinal);

    public Caller Of(string tenant) =>
        _callers.TryGetValue(tenant, out Caller? caller)
            ? caller
            : _callers.GetOrAdd(tenant, name => new Caller(name, adapter.CreateRoutes(name)));
}
