using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

internal enum AnnotationKind
{
    FilePath,
    FileCitation,
    UrlCitation,
}

/// <summary>A legacy text part, and the images that were cited in it without a place.</summary>
internal sealed record LegacyText(string Value, IReadOnlyList<LegacyAnnotation> Annotations, IReadOnlyList<string> ImageFileIds)
{
    /// <summary>How many of the annotations are citations of searched files.</summary>
    public int Citations { get; init; }
}

/// <summary>Start and end are UTF-16 indexes until <see cref="Measure"/> turns them into the wire's code points.</summary>
internal sealed record LegacyAnnotation(AnnotationKind Kind, int Start, int End, string FileId, JsonElement Source)
{
    public string Text { get; init; } = "";

    public LegacyAnnotation Measure(string text) => this with
    {
        Text = text.Substring(Start, End - Start),
        Start = CodePoints.Count(text, 0, Start),
        End = CodePoints.Count(text, 0, End),
    };

    /// <param name="writer">Where to.</param>
    /// <param name="index">Its place among the annotations of its part, which a stream's deltas say.</param>
    /// <param name="withQuote">Whether a citation has a quote, always an empty one.</param>
    public void Write(Utf8JsonWriter writer, int? index = null, bool withQuote = false)
    {
        writer.WriteStartObject();
        if (index is { } place)
            writer.WriteNumber("index", place);
        writer.WriteString("type", Kind switch
        {
            AnnotationKind.FilePath => "file_path",
            AnnotationKind.FileCitation => "file_citation",
            _ => "url_citation",
        });
        writer.WriteString("text", Text);
        writer.WriteNumber("start_index", Start);
        writer.WriteNumber("end_index", End);
        switch (Kind)
        {
            case AnnotationKind.FilePath:
                WriteFile(writer, "file_path");
                break;
            case AnnotationKind.FileCitation:
                WriteFile(writer, "file_citation", withQuote || index is not null);
                break;
            default:
                writer.WriteStartObject("url_citation");
                writer.WriteString("url", Source.GetText("url"));
                writer.WriteString("title", Source.GetText("title"));
                writer.WriteEndObject();
                break;
        }
        writer.WriteEndObject();
    }

    /// <summary>Deltas had a quote, always an empty one; the final object had none (docs/wire.md, Streaming).</summary>
    private void WriteFile(Utf8JsonWriter writer, string name, bool withQuote = false)
    {
        writer.WriteStartObject(name);
        writer.WriteString("file_id", FileId);
        if (withQuote)
            writer.WriteString("quote", "");
        writer.WriteEndObject();
    }
}
