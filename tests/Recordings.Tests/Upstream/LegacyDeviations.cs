using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>Where the recorded legacy service contradicts its own description, the adapter does as the service did.</summary>
internal static class LegacyDeviations
{
    private const string Mcp = "Agents (classic) has it. No tool of Assistants v2 asks a server.";

    public static IReadOnlyList<SchemaDeviation> OpenAI { get; } =
    [
        new("$.first_id", "expected string, got null", "Recorded: an empty list has no first item."),
        new("$.last_id", "expected string, got null", "Recorded: an empty list has no last item."),
        new("$.data[*].content[*].text.annotations[*].type", "'url_citation' is none of file_citation, file_path",
            "Agents (classic) has it. Only a web search cites so, which no tool of Assistants v2 asks for."),
        new("$.required_action.type", "\"submit_tool_approval\" is none of \"submit_tool_outputs\"", Mcp),
        new("$.required_action", "lacks 'submit_tool_outputs'", Mcp),
        new("$.data[*].step_details.tool_calls[*].type", "'mcp' is none of code_interpreter, file_search, function", Mcp),
    ];
}
