using System.Globalization;
using System.Numerics;
using System.Text;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>
/// The legacy id of a file that code interpreter made: container and container file packed into one, so that the file can
/// be found without any state while its container lives (docs/wire.md, Generated files).
/// </summary>
internal static class GeneratedFileId
{
    private const string Prefix = "file-";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const byte Marker = 0x67;

    public static string Create(string containerId, string fileId)
    {
        byte[] packed = [Marker, .. Encoding.UTF8.GetBytes(containerId + "\n" + fileId)];
        if (TryHex(containerId, "cntr_", out byte[] container) && TryHex(fileId, "cfile_", out byte[] file))
            packed = [(byte)(Marker + 1), (byte)container.Length, .. container, .. file];

        // Little-endian with a zero on top, so that the number is never negative.
        BigInteger number = new([.. Enumerable.Reverse(packed), 0]);
        StringBuilder text = new();
        while (!number.IsZero)
        {
            number = BigInteger.DivRem(number, Alphabet.Length, out BigInteger digit);
            text.Insert(0, Alphabet[(int)digit]);
        }
        return Prefix + text;
    }

    public static bool TryParse(string id, out string containerId, out string fileId)
    {
        containerId = fileId = "";
        // An uploaded file's id has 22 or 24 characters behind its prefix.
        if (id.Length <= 30 || !id.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        BigInteger number = BigInteger.Zero;
        foreach (char c in id.Substring(Prefix.Length))
        {
            int digit = Alphabet.IndexOf(c);
            if (digit < 0)
                return false;
            number = number * Alphabet.Length + digit;
        }
        byte[] packed = [.. Enumerable.Reverse(number.ToByteArray()).SkipWhile(b => b == 0)];
        if (packed.Length > 2 && packed[0] == Marker + 1 && packed.Length > packed[1] + 2)
        {
            containerId = "cntr_" + Hex(packed.Skip(2).Take(packed[1]));
            fileId = "cfile_" + Hex(packed.Skip(2 + packed[1]));
            return true;
        }
        if (packed.Length > 1 && packed[0] == Marker)
        {
            string[] parts = Encoding.UTF8.GetString(packed, 1, packed.Length - 1).Split('\n');
            if (parts.Length == 2)
            {
                containerId = parts[0];
                fileId = parts[1];
                return true;
            }
        }
        return false;
    }

    private static bool TryHex(string id, string prefix, out byte[] bytes)
    {
        bytes = [];
        string hex = id.StartsWith(prefix, StringComparison.Ordinal) ? id.Substring(prefix.Length) : "";
        if (hex.Length is 0 or > 200 || hex.Length % 2 != 0 || hex.Any(c => c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f'))))
            return false;
        bytes = new byte[hex.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = byte.Parse(hex.Substring(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return true;
    }

    private static string Hex(IEnumerable<byte> bytes) =>
        string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
