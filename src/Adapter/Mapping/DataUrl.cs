using System.Globalization;
using System.Security.Cryptography;

namespace AgentsMigration.Adapter.Mapping;

internal static class DataUrl
{
    /// <summary>The bytes of a base64 data URL; null for any other URL.</summary>
    public static byte[]? TryDecode(string url)
    {
        const string marker = ";base64,";
        int start = url.StartsWith("data:", StringComparison.Ordinal) ? url.IndexOf(marker, StringComparison.Ordinal) : -1;
        if (start < 0)
            return null;
        try
        {
            return Convert.FromBase64String(url.Substring(start + marker.Length));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static string Fingerprint(byte[] bytes)
    {
#if NETSTANDARD2_0
        using SHA256 algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(bytes);
#else
        byte[] hash = SHA256.HashData(bytes);
#endif
        return string.Concat(hash.Take(8).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
