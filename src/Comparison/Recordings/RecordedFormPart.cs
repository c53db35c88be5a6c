using System.Text;
using System.Text.Json;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>A field or a file of a form.</summary>
/// <param name="Name">The field.</param>
/// <param name="FileName">The file's name; null for a plain field.</param>
/// <param name="ContentType">The part's media type, if it had one.</param>
/// <param name="Content">The bytes.</param>
public sealed record RecordedFormPart(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>The value of a plain field.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);

    internal static RecordedFormPart Read(JsonElement part) => new(
        part.GetProperty("name").GetString()!,
        part.GetText("filename"),
        part.GetText("content_type"),
        part.GetText("text") is { } text ? Encoding.UTF8.GetBytes(text) : part.GetProperty("base64").GetBytesFromBase64());
}
