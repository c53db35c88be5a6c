using System.Globalization;

namespace AgentsMigration.Adapter.Stores.Documents;

/// <summary>
/// A tag in figures. The sequence is part of it: a document that is deleted and added again starts at version 1 again, and
/// its former tags must not fit.
/// </summary>
internal readonly record struct DocumentTag(long Sequence, long Version)
{
    public const long FirstVersion = 1;

    public static bool TryParse(string text, out DocumentTag tag)
    {
        tag = default;
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0
            || !long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            || !long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long version))
        {
            return false;
        }
        tag = new DocumentTag(sequence, version);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}.{Version}");
}
