using System.Security.Cryptography;
using AgentsMigration.Adapter.Tenancy;

namespace AgentsMigration.Gateway.Security;

/// <summary>The keys that open the gateway, and whom they let in.</summary>
internal sealed class KeyRing
{
    private readonly List<GatewayKey> _keys = [];

    public bool IsEmpty => _keys.Count == 0;

    /// <summary>Whether there is more than one tenant, or one that must not have what was there before it.</summary>
    public bool HasTenants => _keys.Any(key => key.Tenant != TenantName.Default);

    public void Add(GatewayKey key) => _keys.Add(key);

    /// <summary>
    /// The key that it is, or null. Every key is compared, over hashes of one length: how long it takes says nothing
    /// about any of them.
    /// </summary>
    public GatewayKey? Find(string key)
    {
        byte[] given = GatewayKey.HashOf(key);
        GatewayKey? found = null;
        foreach (GatewayKey known in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(known.Hash, given))
                found = known;
        }
        return found;
    }
}
