using System.Text;
using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>An upload as the recording shows it: the recordings have names and sizes of files, but no bytes.</summary>
internal sealed record StandInFile(string Name, string Purpose, byte[] Content)
{
    private const string Filler = "A stand-in for a recorded file. ";

    public static StandInFile Default { get; } = new("stand_in.txt", "assistants", Encoding.UTF8.GetBytes(Filler));

    /// <summary>What was uploaded, if the recording has it, and else something of that size.</summary>
    public static StandInFile Of(RecordedExchange upload, RecordedObjects recorded)
    {
        RecordedFormPart? file = upload.Form.FirstOrDefault(part => part.FileName is not null);
        return file is not null
            ? new StandInFile(file.FileName!, upload.Form.FirstOrDefault(part => part.Name == "purpose")?.Text ?? "assistants", file.Content.ToArray())
            : upload.Response is { } answer && answer.Get("bytes") is not null ? Of(answer, recorded) : Default;
    }

    /// <param name="file">The recorded file object.</param>
    /// <param name="recorded">To find the text of a file that a search found.</param>
    public static StandInFile Of(JsonElement file, RecordedObjects recorded)
    {
        int size = file.GetProperty("bytes").GetInt32();
        byte[]? searched = recorded.FindSearchedText(file.GetProperty("id").GetString()!) is { } text
            ? Encoding.UTF8.GetBytes(text)
            : null;
        return new StandInFile(
            file.GetProperty("filename").GetString()!,
            file.GetProperty("purpose").GetString()!,
            searched?.Length == size ? searched : Fill(size));
    }

    private static byte[] Fill(int size) =>
        [.. Enumerable.Range(0, size).Select(index => (byte)Filler[index % Filler.Length])];
}
