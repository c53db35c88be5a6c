using System.Text.Json;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>Messages of the legacy services and their parts.</summary>
internal static class LegacyContent
{
    public static MessageEntry Message(TranscriptBuilder builder, JsonElement message)
    {
        string? id = message.GetText("id");
        IEnumerable<ContentPart> content = message.Get("content") switch
        {
            { ValueKind: JsonValueKind.String } text => [new TextPart(text.GetString()!, [])],
            { ValueKind: JsonValueKind.Array } parts => parts.EnumerateArray().Select(part => Part(builder.Files, part)),
            _ => [],
        };
        return new MessageEntry(message.GetText("role") ?? "user", [.. content])
        {
            Id = id,
            RunId = message.GetText("run_id"),
            ThreadId = message.GetText("thread_id"),
            Body = id is null ? null : message,
        };
    }

    private static ContentPart Part(FileTable files, JsonElement part)
    {
        switch (part.GetText("type"))
        {
            case "image_file":
                return new ImagePart(part.Get("image_file")?.GetText("file_id") is { } file ? files[file] : null, null);
            case "image_url":
                return new ImagePart(null, part.Get("image_url")?.GetText("url"));
            case "refusal":
                return new RefusalPart(part.GetText("refusal") ?? "");
            default:
                // A request has its text directly, an answer in an object.
                JsonElement text = part.Get("text") ?? default;
                return text.ValueKind == JsonValueKind.String
                    ? new TextPart(text.GetString()!, [])
                    : new TextPart(text.GetText("value") ?? "", [.. text.GetItems("annotations").Select(one => Annotation(files, one))]);
        }
    }

    private static Annotation Annotation(FileTable files, JsonElement annotation)
    {
        string type = annotation.GetText("type") ?? "";
        JsonElement target = annotation.Get(type) ?? default;
        AnnotationKind kind = type switch
        {
            "file_path" => AnnotationKind.FilePath,
            "file_citation" => AnnotationKind.FileCitation,
            _ => AnnotationKind.UrlCitation,
        };
        string words = annotation.GetText("text") ?? "";
        string? name = kind == AnnotationKind.FilePath ? words.Split('/')[^1] : null;
        return new Annotation(kind, words, target.GetText("file_id") is { } file ? files.Named(file, name) : null);
    }
}
