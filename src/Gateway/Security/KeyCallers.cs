using AgentsMigration.Adapter;

namespace AgentsMigration.Gateway.Security;

/// <summary>Lets those in who have one of the gateway's keys.</summary>
internal sealed class KeyCallers(LegacyAgentsAdapter adapter, KeyRing keys) : ICallers
{
    private readonly TenantRoutes _tenants = new(adapter);

    public ValueTask<Caller> AdmitAsync(HttpContext http)
    {
        GatewayKey key = keys.Find(CallerCredential.Read(http.Request)) ?? throw CallerCredential.Wrong();
        // Where nobody is to be kept apart, nothing has to be asked of the state for it.
        return new(new Caller(key.Tenant, key.Digits, keys.HasTenants ? _tenants.Of(key.Tenant) : adapter.Routes));
    }
}
