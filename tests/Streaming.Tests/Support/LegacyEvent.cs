using System.Text;
using System.Text.Json;

namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>One event that the adapter sent, with its frame as it stood on the wire.</summary>
public sealed record LegacyEvent(string Name, string Data)
{
    public JsonElement Json => JsonElement.Parse(Data);

    public bool IsDelta => Name.EndsWith(".delta", StringComparison.Ordinal);

    public string Text(params string[] path)
    {
        JsonElement at = Json;
        foreach (string name in path)
            at = at.GetProperty(name);
        return at.GetString()!;
    }

    /// <summary>Exactly the recorded framing, or the test fails: a name, one line of data, an empty line.</summary>
    public static IReadOnlyList<LegacyEvent> ParseAll(string wire)
    {
        List<LegacyEvent> events = [];
        Assert.EndsWith("\n\n", wire);
        foreach (string frame in wire[..^2].Split("\n\n"))
        {
            string[] lines = frame.Split('\n');
            Assert.Equal(2, lines.Length);
            Assert.StartsWith("event: ", lines[0]);
            Assert.StartsWith("data: ", lines[1]);
            events.Add(new LegacyEvent(lines[0]["event: ".Length..], lines[1]["data: ".Length..]));
        }
        return events;
    }

    /// <summary>The names in order, a row of deltas as one.</summary>
    public static IReadOnlyList<string> Shape(IEnumerable<LegacyEvent> events) => Collapse(events.Select(e => e.Name));

    public static IReadOnlyList<string> Collapse(IEnumerable<string> names)
    {
        List<string> shape = [];
        foreach (string name in names)
        {
            if (shape.Count == 0 || shape[^1] != name || !name.EndsWith(".delta", StringComparison.Ordinal))
                shape.Add(name);
        }
        return shape;
    }

    public static string Wire(IEnumerable<LegacyEvent> events) =>
        new StringBuilder().AppendJoin("", events.Select(e => $"event: {e.Name}\ndata: {e.Data}\n\n")).ToString();
}
