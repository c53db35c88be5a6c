using System.Text.Json;

namespace AgentsMigration.TestSupport.Recordings;

/// <summary>A recorded session with a real service.</summary>
public sealed record Recording(string Name, RecordingSource Source, IReadOnlyList<RecordedExchange> Exchanges)
{
    /// <summary>
    /// Reads <c>recordings/{generation}/{name}</c> of the shared folder; skips the running test where it is absent.
    /// </summary>
    /// <param name="generation"><c>legacy</c> or <c>v2</c>.</param>
    /// <param name="name">The file name.</param>
    public static Recording Load(string generation, string name) =>
        Parse(name, File.ReadAllBytes(SharedFolder.Require("recordings", generation, name)));

    public static Recording Parse(string name, ReadOnlyMemory<byte> utf8Json)
    {
        using JsonDocument document = JsonDocument.Parse(utf8Json);
        JsonElement root = document.RootElement;
        JsonElement source = root.GetProperty("source");
        return new Recording(
            name,
            new RecordingSource(Text(source, "repo"), Text(source, "commit"), Text(source, "path"), Text(source, "note")),
            [.. root.GetProperty("exchanges").EnumerateArray().Select(RecordedExchange.Read)]);
    }

    private static string Text(JsonElement source, string name) =>
        source.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}
