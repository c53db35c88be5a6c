using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A tool output as a legacy request gives it, a missing output being an empty one; or an approval.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Output">What the function gave.</param>
/// <param name="Approve">Whether a server may be asked; null for the output of a function.</param>
/// <param name="Headers">For the server, with an approval.</param>
internal sealed record NewToolOutput(string CallId, string Output, bool? Approve = null, JsonElement? Headers = null)
{
    public static IReadOnlyList<NewToolOutput> ReadAll(RequestBody body, out bool stream)
    {
        IReadOnlyList<RequestBody>? outputs = body.OptionalObjects("tool_outputs");
        IReadOnlyList<RequestBody>? approvals = LegacyWire.Of(body.Dialect).TakesApprovals ? body.OptionalObjects("tool_approvals") : null;
        if (outputs is null && approvals is null)
            throw LegacyErrors.MissingParameter("tool_outputs");
        stream = body.OptionalBoolean("stream") == true;
        body.RefuseUnread();
        return [.. (outputs ?? []).Select(ReadOutput), .. (approvals ?? []).Select(ReadApproval)];
    }

    /// <summary>All calls that the run asks about are answered together or not at all.</summary>
    public static void RequireAll(IReadOnlyList<ToolCall> open, IReadOnlyList<NewToolOutput> given)
    {
        HashSet<string> expected = new(open.Select(call => call.Id), StringComparer.Ordinal);
        bool approves = open.Any(call => call.ServerLabel is not null);
        if (!expected.SetEquals(given.Select(output => output.CallId)))
        {
            throw new LegacyException(
                400,
                $"Expected tool {(approves ? "approvals" : "outputs")} for call_ids [{List(open.Select(call => call.Id))}], "
                + $"got [{List(given.Select(output => output.CallId))}]");
        }
        if (given.Any(output => output.Approve is null == approves))
            throw LegacyErrors.MissingParameter(approves ? "tool_approvals" : "tool_outputs");
    }

    private static NewToolOutput ReadOutput(RequestBody output)
    {
        NewToolOutput read = new(output.RequiredString("tool_call_id"), output.OptionalString("output") ?? "");
        output.RefuseUnread();
        return read;
    }

    private static NewToolOutput ReadApproval(RequestBody approval)
    {
        NewToolOutput read = new(
            approval.RequiredString("tool_call_id"),
            "",
            approval.OptionalBoolean("approve") ?? throw LegacyErrors.MissingParameter(approval.Path("approve")),
            approval.OptionalObject("headers")?.Root);
        approval.RefuseUnread();
        return read;
    }

    private static string List(IEnumerable<string> ids) => string.Join(",", ids.Select(id => $"'{id}'"));
}
