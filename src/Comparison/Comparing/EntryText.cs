using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Entries in a line, for messages of tests.</summary>
internal static class EntryText
{
    private const int Longest = 200;

    public static string Of(TranscriptEntry entry) => entry switch
    {
        MessageEntry message => Cut($"{message.Role}: {string.Join(" ", message.Content.Select(Of))}"),
        ToolCallEntry call => Cut($"{call.Name ?? call.Tool}({call.Arguments})"),
        RunEntry run => $"run {run.Status}{(run.ErrorMessage is { } message ? ": " + message : "")}",
        FileEntry file => $"{file.Title}: {Of(file.File)}",
        ErrorEntry error => Cut($"{error.Status} {error.Message}"),
        StreamEntry stream => Cut(string.Join(", ", stream.Events)),
        _ => entry.Title,
    };

    public static string Of(FileReference file) =>
        $"{file.Name ?? file.Id}{(file.Content is { } content ? $" ({content.Length} bytes)" : "")}";

    public static string Cut(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..Longest] + "…";
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
