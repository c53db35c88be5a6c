namespace AgentsMigration.Adapter.Mapping;

/// <summary>
/// Offsets on the wire count code points; .NET counts UTF-16 units. They part ways at the first emoji
/// (docs/wire.md, Annotations).
/// </summary>
internal static class CodePoints
{
    public static int Count(string text, int start, int end)
    {
        int count = 0;
        for (int i = start; i < end; i++)
        {
            if (!char.IsLowSurrogate(text[i]) || i == start)
                count++;
        }
        return count;
    }

    /// <summary>The UTF-16 index of a code point offset; past the end means the end.</summary>
    public static int ToIndex(string text, int offset)
    {
        int index = 0;
        while (offset > 0 && index < text.Length)
        {
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length ? 2 : 1;
            offset--;
        }
        return index;
    }
}
