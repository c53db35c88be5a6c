using System.Security.Cryptography;

namespace AgentsMigration.Adapter.Legacy;

internal static class RandomText
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Lower case only: the text also serves as a Foundry agent name, which keeps no case.</summary>
    public static string Base36(int length)
    {
        byte[] bytes = new byte[length];
        using (RandomNumberGenerator generator = RandomNumberGenerator.Create())
            generator.GetBytes(bytes);

        char[] text = new char[length];
        for (int i = 0; i < length; i++)
            text[i] = Alphabet[bytes[i] % Alphabet.Length];
        return new string(text);
    }
}
