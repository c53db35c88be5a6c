using System.Security.Cryptography;
using System.Text;
using AgentsMigration.Adapter.Tenancy;

namespace AgentsMigration.Gateway.Security;

/// <summary>
/// A key as settings write it: <c>KEY</c>, <c>TENANT:KEY</c>, or either with <c>sha256:HEX</c> in the key's place. Only the
/// hash is held: a dump of the process gives no key away.
/// </summary>
internal sealed record GatewayKey(string Tenant, byte[] Hash)
{
    public const string HashPrefix = "sha256:";
    private const int DigitCount = 8;

    /// <summary>Tells keys apart in reports and gives none away.</summary>
    public string Digits { get; } = DigitsOf(Hash);

    /// <exception cref="FormatException">It is none; the message does not repeat it.</exception>
    public static GatewayKey Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        bool hasTenant = colon > 0 && !text.StartsWith(HashPrefix, StringComparison.Ordinal) && TenantName.IsValid(text[..colon]);
        return hasTenant ? Create(text[(colon + 1)..], text[..colon]) : Create(text, TenantName.Default);
    }

    /// <exception cref="FormatException">The key is empty, its hash is no hash, or the tenant's name is none.</exception>
    public static GatewayKey Create(string key, string tenant)
    {
        if (!TenantName.IsValid(tenant))
            throw new FormatException("a tenant's name has lower-case letters, digits, '-', '_' and '.', and at most 64 of them");
        if (string.IsNullOrWhiteSpace(key))
            throw new FormatException("a key must not be empty");
        return new GatewayKey(tenant, key.StartsWith(HashPrefix, StringComparison.Ordinal) ? ReadHash(key[HashPrefix.Length..]) : HashOf(key));
    }

    /// <summary>A new key, and how settings write it without giving it away.</summary>
    /// <exception cref="FormatException">The tenant's name is none.</exception>
    public static (string Key, string Setting) Make(string? tenant)
    {
        // Letters and digits only: it goes through headers, shells and settings files.
        string key = "agm-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));
        string hash = HashPrefix + Convert.ToHexStringLower(Create(key, tenant ?? TenantName.Default).Hash);
        return (key, tenant is null ? hash : $"{tenant}:{hash}");
    }

    public static string DigitsOf(byte[] hash) => Convert.ToHexStringLower(hash)[..DigitCount];

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static byte[] ReadHash(string hex) => hex.Length == SHA256.HashSizeInBytes * 2 && hex.All(char.IsAsciiHexDigit)
        ? Convert.FromHexString(hex)
        : throw new FormatException($"behind {HashPrefix} stand 64 hexadecimal digits");
}
