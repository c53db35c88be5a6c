using System.Text;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>Text as PostgreSQL can hold it: it knows no character zero.</summary>
internal static class StoredText
{
    public static string Encode(string text) =>
        text.AsSpan().IndexOfAny('\0', '\\') < 0
            ? text
            : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);

    public static string Decode(string stored)
    {
        if (!stored.Contains('\\', StringComparison.Ordinal))
            return stored;
        StringBuilder text = new(stored.Length);
        for (int i = 0; i < stored.Length; i++)
        {
            bool escaped = stored[i] == '\\' && ++i < stored.Length;
            text.Append(escaped && stored[i] == '0' ? '\0' : stored[i]);
        }
        return text.ToString();
    }
}
