using AgentsMigration.Adapter.Routing;

namespace AgentsMigration.Gateway.Security;

/// <summary>Decides who may call, and as whom.</summary>
internal interface ICallers
{
    /// <exception cref="Adapter.Legacy.LegacyException">The caller may not.</exception>
    ValueTask<Caller> AdmitAsync(HttpContext http);
}

/// <summary>Somebody who may call.</summary>
/// <param name="Tenant">Whose objects they see.</param>
/// <param name="Key">The first digits of their key's hash, to tell keys apart; empty where there is none.</param>
/// <param name="Routes">What answers them.</param>
internal sealed record Caller(string Tenant, string Key, RouteTable Routes);
