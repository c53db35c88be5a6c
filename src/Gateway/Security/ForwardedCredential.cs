using System.Buffers.Text;
using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Adapter.AgentsV2;

namespace AgentsMigration.Gateway.Security;

/// <summary>A caller's credential as the target takes it, and whose it is.</summary>
internal static class ForwardedCredential
{
    private const int FingerprintLength = 32;

    /// <summary>Azure takes tokens as bearer tokens and keys in a header of their own, whichever way a client sends them.</summary>
    public static IV2Credential For(string credential, V2Target target) =>
        target is FoundryTarget && !IsToken(credential)
            ? new KeyV2Credential("api-key", "", credential)
            : new KeyV2Credential("Authorization", "Bearer ", credential);

    /// <summary>
    /// Of an Entra token the identity in it, because tokens change hourly; the target has checked the token before this
    /// counts. Of a key its hash: another key is another tenant.
    /// </summary>
    public static string TenantOf(string credential, string fingerprint, V2Target target)
    {
        if (target is FoundryTarget && IsToken(credential) && ReadIdentity(credential) is { } identity)
            return "id-" + Convert.ToHexStringLower(GatewayKey.HashOf(identity))[..FingerprintLength];
        return "key-" + fingerprint[..FingerprintLength];
    }

    private static bool IsToken(string credential) => credential.Count(c => c == '.') == 2 && credential.StartsWith("ey", StringComparison.Ordinal);

    private static string? ReadIdentity(string token)
    {
        try
        {
            using JsonDocument claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
            return claims.RootElement.TryGetProperty("tid", out JsonElement directory)
                && claims.RootElement.TryGetProperty("oid", out JsonElement identity)
                    ? $"{directory}/{identity}"
                    : null;
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
