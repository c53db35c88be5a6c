using System.Text;

namespace AgentsMigration.Tool.Fix;

/// <summary>How a file is written on disk: encoding, byte order mark, line ends. A change keeps all three.</summary>
internal sealed record FileFormat(Encoding Encoding, bool HasMark, string? NewLine)
{
    public static readonly FileFormat Default = new(Encoding.UTF8, HasMark: false, "\n");

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The longer marks first: that of UTF-32 begins with that of UTF-16.
    private static readonly Encoding[] Marked = [Encoding.UTF32, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    public static async Task<(FileFormat Format, string Text)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        foreach (Encoding encoding in Marked)
        {
            byte[] mark = encoding.GetPreamble();
            if (bytes.AsSpan().StartsWith(mark)) return Of(encoding, hasMark: true, encoding.GetString(bytes[mark.Length..]));
        }

        try
        {
            return Of(StrictUtf8, hasMark: false, StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            // Some code page of old: each byte comes back as it was.
            return Of(Encoding.Latin1, hasMark: false, Encoding.Latin1.GetString(bytes));
        }
    }

    /// <summary>A new file beside this one.</summary>
    public FileFormat ForNewFile() => this with { Encoding = Encoding.UTF8, HasMark = HasMark && Encoding is UTF8Encoding };

    /// <summary>Text that was put in takes the line ends of the file, where the file has one kind.</summary>
    public string Normalize(string text) => NewLine is null ? text : text.ReplaceLineEndings(NewLine);

    public Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        byte[] bytes = Encoding.GetBytes(text);
        return File.WriteAllBytesAsync(path, HasMark ? [.. Encoding.GetPreamble(), .. bytes] : bytes, cancellationToken);
    }

    private static (FileFormat Format, string Text) Of(Encoding encoding, bool hasMark, string text)
    {
        int all = text.AsSpan().Count('\n');
        int windows = text.AsSpan().Count("\r\n");
        string? newLine = all == 0 ? null : windows == all ? "\r\n" : windows == 0 ? "\n" : null;
        return (new(encoding, hasMark, newLine), text);
    }
}
