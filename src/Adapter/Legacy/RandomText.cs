using System.Security.Cryptography;

namespace AgentsMigration.Adapter.Legacy;

internal static class RandomText
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string HexDigits = "0123456789abcdef";

    /// <summary>The generator's call costs more than most texts are long: it is asked for many at once.</summary>
    [ThreadStatic]
    private static Supply? _supply;

    /// <summary>Lower case only: the text also serves as a Foundry agent name, which keeps no case.</summary>
    public static string Base36(int length) => Of(Alphabet, length);

    public static string Hex(int length) => Of(HexDigits, length);

    private static string Of(string alphabet, int length)
    {
        Supply supply = _supply ??= new Supply();
        char[] text = new char[length];
        for (int i = 0; i < length; i++)
            text[i] = alphabet[supply.Next() % alphabet.Length];
        return new string(text);
    }

    private sealed class Supply
    {
        private readonly byte[] _bytes = new byte[1024];
        private int _left;

        public byte Next()
        {
            if (_left == 0)
                Refill();
            return _bytes[--_left];
        }

        private void Refill()
        {
#if NETSTANDARD2_0
            using (RandomNumberGenerator generator = RandomNumberGenerator.Create())
                generator.GetBytes(_bytes);
#else
            RandomNumberGenerator.Fill(_bytes);
#endif
            _left = _bytes.Length;
        }
    }
}
