using System.Collections.Concurrent;
using AgentsMigration.Adapter;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Operations;

namespace AgentsMigration.Gateway.Security;

/// <summary>
/// Lets those in whom the target lets in: their own credential goes on to it, and each has a tenant of its own. A credential
/// that was not seen lately is tried on the target before anything is answered out of the state.
/// </summary>
internal sealed class ForwardedCallers(LegacyAgentsAdapter adapter, LegacyAgentsOptions options) : ICallers
{
    private const int Capacity = 2_000;

    /// <summary>How long a credential that the target has withdrawn may still read what the state holds.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Admitted> _admitted = new(StringComparer.Ordinal);

    public async ValueTask<Caller> AdmitAsync(HttpContext http)
    {
        string credential = CallerCredential.Read(http.Request);
        string fingerprint = Convert.ToHexStringLower(GatewayKey.HashOf(credential));
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        if (_admitted.TryGetValue(fingerprint, out Admitted? known) && known.Until > now)
            return known.Caller;

        Caller caller = known?.Caller ?? Create(credential, fingerprint);
        await TryAsync(credential, http.RequestAborted).ConfigureAwait(false);
        if (_admitted.Count >= Capacity)
            _admitted.Clear();
        _admitted[fingerprint] = new Admitted(caller, now + Trust);
        return caller;
    }

    private Caller Create(string credential, string fingerprint)
    {
        string tenant = ForwardedCredential.TenantOf(credential, fingerprint, options.Target!);
        return new Caller(tenant, GatewayKey.DigitsOf(GatewayKey.HashOf(credential)), adapter.CreateRoutes(tenant, ForwardedCredential.For(credential, options.Target!)));
    }

    private async Task TryAsync(string credential, CancellationToken cancellationToken)
    {
        try
        {
            await adapter.TryAsync(ForwardedCredential.For(credential, options.Target!), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error)
        {
            throw error.StatusCode == StatusCodes.Status401Unauthorized ? CallerCredential.Wrong() : UpstreamErrors.ToLegacy(error);
        }
    }

    private sealed record Admitted(Caller Caller, DateTimeOffset Until);
}
