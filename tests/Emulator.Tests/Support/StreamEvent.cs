using System.Text.Json.Nodes;

namespace AgentsMigration.Emulator.Tests.Support;

public sealed record StreamEvent(string Name, JsonObject Data)
{
    public static IReadOnlyList<StreamEvent> Parse(string text) =>
    [
        .. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block =>
        {
            string[] lines = block.Split('\n');
            Assert.Equal(2, lines.Length);
            Assert.StartsWith("event: ", lines[0], StringComparison.Ordinal);
            Assert.StartsWith("data: ", lines[1], StringComparison.Ordinal);
            return new StreamEvent(lines[0]["event: ".Length..],
                JsonNode.Parse(lines[1]["data: ".Length..])!.AsObject());
        }),
    ];

    /// <summary>The names in order, runs of the same name once.</summary>
    public static IEnumerable<string> Shape(IEnumerable<StreamEvent> events)
    {
        string? last = null;
        foreach (StreamEvent entry in events)
        {
            if (entry.Name != last) yield return entry.Name;
            last = entry.Name;
        }
    }
}
