using System.Text.Json;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>A recorded session with a service; <c>docs/comparison.md</c> describes the file.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Exchanges">What was sent and answered, in the order of the requests.</param>
public sealed record Recording(string Name, RecordingSource Source, IReadOnlyList<RecordedExchange> Exchanges)
{
    /// <summary>Reads a file that a <see cref="TrafficRecorder"/> or another recorder wrote.</summary>
    /// <exception cref="InvalidDataException">The file is no recording.</exception>
    public static Recording Read(string file)
    {
        try
        {
            return Parse(System.IO.Path.GetFileName(file), File.ReadAllBytes(file));
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"'{file}' is no recording: {problem.Message}", problem);
        }
    }

    /// <summary>Reads the text of a recording.</summary>
    public static Recording Parse(string name, ReadOnlyMemory<byte> utf8Json)
    {
        using JsonDocument document = JsonDocument.Parse(utf8Json);
        JsonElement root = document.RootElement;
        if (root.Get("exchanges") is not { ValueKind: JsonValueKind.Array } exchanges)
            throw new FormatException("it has no list 'exchanges'.");
        JsonElement source = root.Get("source") ?? default;
        return new Recording(
            name,
            new RecordingSource(Text(source, "repo"), Text(source, "commit"), Text(source, "path"), Text(source, "note")),
            [.. exchanges.EnumerateArray().Select(RecordedExchange.Read)]);
    }

    /// <summary>Writes it for people to read.</summary>
    public void Save(string file)
    {
        using FileStream stream = File.Create(file);
        RecordingWriter.Write(this, stream);
    }

    private static string Text(JsonElement source, string name) => source.GetText(name) ?? "";
}
