using System.Security.Cryptography;

namespace AgentsMigration.Adapter.Legacy;

internal static class RandomText
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string HexDigits = "0123456789abcdef";

    /// <summary>Lower case only: the text also serves as a Foundry agent name, which keeps no case.</summary>
    public static string Base36(int length) => Of(Alphabet, length);

    public static string Hex(int length) => Of(HexDigits, length);

    private static string Of(string alphabet, int length)
    {
        byte[] bytes = new byte[length];
#if NETSTANDARD2_0
        using (RandomNumberGenerator generator = RandomNumberGenerator.Create())
            generator.GetBytes(bytes);
#else
        RandomNumberGenerator.Fill(bytes);
#endif

        char[] text = new char[length];
        for (int i = 0; i < length; i++)
            text[i] = alphabet[bytes[i] % alphabet.Length];
        return new string(text);
    }
}
