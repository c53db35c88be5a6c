using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>Forms as recorders keep them that know only bodies: as one text, or as lines of which some are base64.</summary>
internal static partial class OlderForms
{
    private const string Base64 = "b64:";

    public static IReadOnlyList<RecordedFormPart> Read(JsonElement? request) => request switch
    {
        { ValueKind: JsonValueKind.String } text => Read(Encoding.UTF8.GetBytes(text.GetString()!)),
        { ValueKind: JsonValueKind.Array } lines when lines.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String) =>
            Read([.. lines.EnumerateArray().SelectMany(line => Bytes(line.GetString()!))]),
        _ => [],
    };

    /// <summary>The parts of a multipart body; none where it is something else.</summary>
    public static IReadOnlyList<RecordedFormPart> Read(byte[] body)
    {
        int lineEnd = body.AsSpan().IndexOf("\r\n"u8);
        if (lineEnd < 3 || body[0] != '-' || body[1] != '-')
            return [];
        byte[] boundary = [.. "\r\n"u8, .. body.AsSpan(0, lineEnd)];
        List<RecordedFormPart> parts = [];
        ReadOnlyMemory<byte> rest = body.AsMemory(lineEnd);
        while (rest.Length > 2 && rest.Span.StartsWith("\r\n"u8))
        {
            rest = rest[2..];
            int end = rest.Span.IndexOf(boundary);
            if (end < 0)
                break;
            if (ReadPart(rest[..end]) is { } part)
                parts.Add(part);
            rest = rest[(end + boundary.Length)..];
        }
        return parts;
    }

    private static RecordedFormPart? ReadPart(ReadOnlyMemory<byte> part)
    {
        int headerEnd = part.Span.IndexOf("\r\n\r\n"u8);
        if (headerEnd < 0)
            return null;
        string headers = Encoding.UTF8.GetString(part.Span[..headerEnd]);
        return Name().Match(headers) is { Success: true } name
            ? new RecordedFormPart(
                name.Groups[1].Value,
                FileName().Match(headers) is { Success: true } file ? file.Groups[1].Value : null,
                ContentType().Match(headers) is { Success: true } type ? type.Groups[1].Value : null,
                part[(headerEnd + 4)..])
            : null;
    }

    private static byte[] Bytes(string line)
    {
        if (!line.StartsWith(Base64, StringComparison.Ordinal))
            return Encoding.UTF8.GetBytes(line);
        // The recorder drops the padding.
        string digits = line[Base64.Length..].TrimEnd('=');
        return Convert.FromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='));
    }

    [GeneratedRegex("[; ]name=\"?([^\";\r]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("[; ]filename=\"?([^\";\r]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex("^Content-Type: *([^\r]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ContentType();
}
