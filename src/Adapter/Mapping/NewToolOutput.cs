using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A tool output as a legacy request gives it; a missing output is an empty one.</summary>
internal sealed record NewToolOutput(string CallId, string Output)
{
    public static IReadOnlyList<NewToolOutput> ReadAll(RequestBody body, out bool stream)
    {
        IReadOnlyList<RequestBody> given = body.OptionalObjects("tool_outputs")
            ?? throw LegacyErrors.MissingParameter("tool_outputs");
        stream = body.OptionalBoolean("stream") == true;
        List<NewToolOutput> outputs = [];
        foreach (RequestBody output in given)
        {
            outputs.Add(new NewToolOutput(output.RequiredString("tool_call_id"), output.OptionalString("output") ?? ""));
            output.RefuseUnread();
        }
        body.RefuseUnread();
        return outputs;
    }

    /// <summary>All open calls are answered together or not at all.</summary>
    public static void RequireAll(IReadOnlyList<ToolCall> open, IReadOnlyList<NewToolOutput> given)
    {
        HashSet<string> expected = new(open.Select(call => call.Id), StringComparer.Ordinal);
        if (!expected.SetEquals(given.Select(output => output.CallId)))
        {
            throw new LegacyException(
                400,
                $"Expected tool outputs for call_ids [{List(open.Select(call => call.Id))}], "
                + $"got [{List(given.Select(output => output.CallId))}]");
        }
    }

    private static string List(IEnumerable<string> ids) => string.Join(",", ids.Select(id => $"'{id}'"));
}
