using System.Security.Cryptography;
using System.Text;

namespace AgentsMigration.Gateway.Security;

/// <summary>The keys that open the gateway, as hashes: a dump of the process gives none of them away.</summary>
internal sealed class KeyRing
{
    private readonly List<byte[]> _hashes = [];

    public bool IsEmpty => _hashes.Count == 0;

    public void Add(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        _hashes.Add(Hash(key));
    }

    /// <summary>Every key is compared, over hashes of one length: how long it takes says nothing about any of them.</summary>
    public bool Opens(string key)
    {
        byte[] given = Hash(key);
        bool found = false;
        foreach (byte[] hash in _hashes)
            found |= CryptographicOperations.FixedTimeEquals(hash, given);
        return found;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
