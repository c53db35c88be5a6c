using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>Where the recorded legacy service contradicts its own description, the adapter does as the service did.</summary>
internal static class LegacyDeviations
{
    public static IReadOnlyList<SchemaDeviation> OpenAI { get; } =
    [
        new("$.first_id", "expected string, got null", "Recorded: an empty list has no first item."),
        new("$.last_id", "expected string, got null", "Recorded: an empty list has no last item."),
        new("$.data[*].content[*].text.annotations[*].type", "'url_citation' is none of file_citation, file_path",
            "Agents (classic) has it. Only a web search cites so, which no tool of Assistants v2 asks for."),
    ];
}
