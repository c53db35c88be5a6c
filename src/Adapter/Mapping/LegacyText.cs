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
internal sealed record LegacyText(string Value, IReadOnlyList<LegacyAnnotation> Annotations, IReadOnlyList<string> ImageFileIds);

/// <summary>Start and end are UTF-16 indexes until <see cref="Measure"/> turns them into the wire's code points.</summary>
internal sealed record LegacyAnnotation(AnnotationKind Kind, int Start, int End, string FileId, JsonElement Source)
{
    public string Text { get; private init; } = "";

    public LegacyAnnotation Measure(string text) => this with
    {
        Text = text.Substring(Start, End - Start),
        Start = CodePoints.Count(text, 0, Start),
        End = CodePoints.Count(text, 0, End),
    };

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
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
                WriteFile(writer, "file_citation");
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

    private void WriteFile(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteString("file_id", FileId);
        writer.WriteEndObject();
    }
}
