using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Entries in a line, for messages of tests.</summary>
internal static class EntryText
{
    private const int Longest = 200;

    public static string Of(TranscriptEntry entry) => entry switch
    {
        MessageEntry message => Cut($"{message.Role}: {string.Join(" ", message.Content.Select(Of))}"),
        ToolCallEntry call => Cut($"{call.Name ?? call.Tool}({(Json.TryParse(call.Arguments)?.OnOneLine() ?? call.Arguments)})"),
        RunEntry run => $"run {run.Status}{(run.ErrorMessage is { } message ? ": " + message : "")}",
        FileEntry file => $"{file.Title}: {Of(file.File)}",
        ErrorEntry error => Cut($"{error.Status} {error.Message}"),
        StreamEntry stream => Cut(string.Join(", ", stream.Events)),
        _ => entry.Title,
    };

    public static string Of(FileReference file) =>
        $"{file.Name ?? file.Id}{(file.Content is { } content ? $" ({content.Length} bytes)" : "")}";

    public static string Of(Annotation annotation)
    {
        string kind = annotation.Kind == AnnotationKind.FilePath ? "link to" : "source";
        string file = annotation.File is { } target ? Of(target) : "";
        string words = annotation.Text.Length == 0 ? "" : file.Length == 0 ? annotation.Text : $"at '{annotation.Text}'";
        return string.Join(' ', new[] { kind, file, words }.Where(part => part.Length > 0));
    }

    public static string Of(TokenUsage? usage) => usage is null ? "not told" : $"{usage.Input} + {usage.Output} tokens";

    public static string Cut(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : TextCut.Slice(line, 0, Longest) + "…";
    }

    private static string Of(ContentPart part) => part switch
    {
        TextPart text => text.Text,
        ImagePart image => $"[image {(image.File is { } file ? Of(file) : image.Address)}]",
        RefusalPart refusal => $"[refusal {refusal.Text}]",
        FilePart file => $"[file {Of(file.File)}]",
        _ => "",
    };
}
