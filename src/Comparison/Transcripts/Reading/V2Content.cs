using System.Text.Json;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>Messages of v2 and their parts, told as the legacy services told them.</summary>
internal static class V2Content
{
    public static MessageEntry Message(FileTable files, JsonElement item)
    {
        List<ContentPart> content = [];
        if (item.GetText("content") is { } plain)
            content.Add(new TextPart(plain, []));
        foreach (JsonElement part in item.GetItems("content"))
            AddPart(content, files, part);
        return new MessageEntry(item.GetText("role") ?? "user", content) { Id = item.GetText("id"), Body = item };
    }

    /// <summary>The image of a data address; another address is only named.</summary>
    public static FileReference ImageAt(string address)
    {
        int comma = address.IndexOf(',', StringComparison.Ordinal);
        return address.StartsWith("data:", StringComparison.Ordinal) && comma > 0
            ? new FileReference("") { Content = Convert.FromBase64String(address[(comma + 1)..]) }
            : new FileReference(address);
    }

    private static void AddPart(List<ContentPart> content, FileTable files, JsonElement part)
    {
        switch (part.GetText("type"))
        {
            case "input_image":
                content.Add(new ImagePart(part.GetText("file_id") is { } image ? files[image] : null, part.GetText("image_url")));
                break;
            case "input_file":
                content.Add(new FilePart(files.Named(part.GetText("file_id") ?? "", part.GetText("filename"))));
                break;
            case "refusal":
                content.Add(new RefusalPart(part.GetText("refusal") ?? ""));
                break;
            default:
                AddText(content, files, part);
                break;
        }
    }

    /// <summary>A cited image that has no place in the text was shown beside it; legacy had it before the text.</summary>
    private static void AddText(List<ContentPart> content, FileTable files, JsonElement part)
    {
        string text = part.GetText("text") ?? "";
        List<Annotation> annotations = [];
        foreach (JsonElement annotation in part.GetItems("annotations"))
        {
            int start = (int)(annotation.GetNumber("start_index") ?? 0);
            int end = (int)(annotation.GetNumber("end_index") ?? 0);
            string words = start >= 0 && end > start && end <= text.Length ? text[start..end] : "";
            FileReference? file = annotation.GetText("file_id") is { } id ? files.Named(id, annotation.GetText("filename")) : null;
            switch (annotation.GetText("type"))
            {
                case "container_file_citation" when words.Length == 0:
                    content.Add(new ImagePart(file, null));
                    break;
                case "container_file_citation" or "file_path":
                    annotations.Add(new Annotation(AnnotationKind.FilePath, words, file));
                    break;
                case "file_citation":
                    annotations.Add(new Annotation(AnnotationKind.FileCitation, "", file));
                    break;
                default:
                    annotations.Add(new Annotation(AnnotationKind.UrlCitation, words, null));
                    break;
            }
        }
        content.Add(new TextPart(text, annotations));
    }
}
