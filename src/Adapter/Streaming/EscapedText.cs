namespace AgentsMigration.Adapter.Streaming;

internal static class EscapedText
{
    /// <summary>How many code points a JSON string holds, counted in its escaped UTF-8.</summary>
    public static int CountCodePoints(ReadOnlySpan<byte> escaped)
    {
        int count = 0;
        for (int i = 0; i < escaped.Length; i++)
        {
            byte b = escaped[i];
            if (b == (byte)'\\')
            {
                bool unicode = i + 5 < escaped.Length && escaped[i + 1] == (byte)'u';
                if (!unicode || !IsLowSurrogate(escaped.Slice(i + 2, 2)))
                    count++;
                i += unicode ? 5 : 1;
            }
            else if ((b & 0xC0) != 0x80)
            {
                count++;
            }
        }
        return count;
    }

    /// <summary>\uDC00 to \uDFFF: the second half of a code point that the first half has counted.</summary>
    private static bool IsLowSurrogate(ReadOnlySpan<byte> hex) =>
        (hex[0] | 0x20) == 'd' && (hex[1] | 0x20) is >= 'c' and <= 'f';
}
