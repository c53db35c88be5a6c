using AgentsMigration.Adapter;
using AgentsMigration.Adapter.Tenancy;
using AgentsMigration.Gateway.Hosting;

namespace AgentsMigration.Gateway.Security;

/// <summary>Lets everybody in who comes this far: on a machine of one's own, or behind an app's own authentication.</summary>
internal sealed class OpenCallers(LegacyAgentsAdapter adapter, LegacyAgentsOptions options) : ICallers
{
    private readonly Caller _only = new(TenantName.Default, "", adapter.Routes);
    private readonly TenantRoutes _tenants = new(adapter);

    public ValueTask<Caller> AdmitAsync(HttpContext http)
    {
        if (options.LocalCallersOnly)
            BrowserGuard.Require(http.Request);
        if (options.Tenant is null)
            return new(_only);
        string tenant = options.Tenant(http);
        return new(new Caller(tenant, "", _tenants.Of(tenant)));
    }
}
