using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>
/// An <c>output_text</c> part → legacy text with its annotations, and the images that stand beside it
/// (docs/wire.md, Annotations).
/// </summary>
internal static class AnnotationMapping
{
    private const string SandboxLink = "sandbox:/mnt/data/";

    /// <param name="part">The text part.</param>
    /// <param name="places">Where the message's file citations stand, in code points, if not where they say.</param>
    /// <param name="firstPlace">How many of those belong to the parts before.</param>
    public static LegacyText Map(JsonElement part, IReadOnlyList<int>? places = null, int firstPlace = 0)
    {
        string text = part.GetText("text") ?? "";
        if (part.Get("annotations") is not { ValueKind: JsonValueKind.Array } annotations || annotations.GetArrayLength() == 0)
            return new LegacyText(text, [], []);

        List<Placed> placed = [];
        List<string> images = [];
        int citations = 0;

        foreach (JsonElement annotation in annotations.EnumerateArray())
        {
            switch (annotation.GetText("type"))
            {
                case "container_file_citation":
                    MapContainerFile(text, annotation, placed, images);
                    break;
                case "file_citation":
                    int place = firstPlace + citations++;
                    int at = CodePoints.ToIndex(
                        text, places?.Count > place ? places[place] : annotation.GetInt32("index") ?? int.MaxValue);
                    placed.Add(new Placed(at, at, annotation.GetText("file_id") ?? "", AnnotationKind.FileCitation, annotation));
                    break;
                case "url_citation":
                    int start = CodePoints.ToIndex(text, annotation.GetInt32("start_index") ?? 0);
                    int end = CodePoints.ToIndex(text, annotation.GetInt32("end_index") ?? 0);
                    placed.Add(new Placed(start, Math.Max(start, end), "", AnnotationKind.UrlCitation, annotation));
                    break;
            }
        }
        return Insert(text, placed, images);
    }

    private static void MapContainerFile(string text, JsonElement annotation, List<Placed> placed, List<string> images)
    {
        string fileId = GeneratedFileId.Create(annotation.GetText("container_id") ?? "", annotation.GetText("file_id") ?? "");
        string filename = annotation.GetText("filename") ?? "";
        int? start = annotation.GetInt32("start_index");
        int? end = annotation.GetInt32("end_index");

        if (start is 0 && end is 0)
            images.Add(fileId);
        else if (FindLink(text, start, end, filename) is var (from, to) && to > from)
            placed.Add(new Placed(from, to, fileId, AnnotationKind.FilePath, annotation));
        else if (IsImage(filename))
            images.Add(fileId);
        else
            placed.Add(new Placed(text.Length, text.Length, fileId, AnnotationKind.FilePath, annotation));
    }

    /// <summary>Code points first, then UTF-16 units, then the link itself: whichever names a sandbox link is right.</summary>
    private static (int From, int To) FindLink(string text, int? start, int? end, string filename)
    {
        if (start is { } s && end is { } e)
        {
            int from = CodePoints.ToIndex(text, s);
            if (StartsLink(text, from))
                return (from, CodePoints.ToIndex(text, e));
            if (StartsLink(text, s) && e >= s && e <= text.Length)
                return (s, e);
        }
        int link = filename.Length == 0 ? -1 : text.IndexOf(SandboxLink + filename, StringComparison.Ordinal);
        return link < 0 ? (0, 0) : (link, link + SandboxLink.Length + filename.Length);
    }

    private static bool StartsLink(string text, int index) =>
        index >= 0 && index <= text.Length && string.CompareOrdinal(text, index, "sandbox:", 0, "sandbox:".Length) == 0;

    private static bool IsImage(string filename) =>
        filename.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
        || filename.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase)
        || filename.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)
        || filename.EndsWith(".gif", StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts the citation markers that v2 strips back in, and moves every later annotation along.</summary>
    private static LegacyText Insert(string text, List<Placed> placed, List<string> images)
    {
        StringBuilder value = new(text);
        List<LegacyAnnotation> annotations = [];
        int shift = 0;
        int ordinal = 0;
        foreach (Placed item in placed.OrderBy(item => item.Start))
        {
            int start = item.Start + shift;
            int end = item.End + shift;
            if (item.Kind == AnnotationKind.FileCitation)
            {
                string marker = Marker(ordinal++, item.Source.GetText("filename") ?? "source");
                value.Insert(start, marker);
                shift += marker.Length;
                end = start + marker.Length;
            }
            annotations.Add(new LegacyAnnotation(item.Kind, start, end, item.FileId, item.Source));
        }
        string final = value.ToString();
        // Citations first: a stream tells of them in the midst of the text and of everything else behind it.
        IEnumerable<LegacyAnnotation> ordered = annotations.OrderBy(a => a.Kind == AnnotationKind.FileCitation ? 0 : 1);
        return new LegacyText(final, [.. ordered.Select(a => a.Measure(final))], images) { Citations = ordinal };
    }

    public static string Marker(int ordinal, string filename) => $"【4:{ordinal}†{filename}】";

    private sealed record Placed(int Start, int End, string FileId, AnnotationKind Kind, JsonElement Source);
}
