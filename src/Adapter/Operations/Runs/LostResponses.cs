using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// Finds a response that was made for a run and never recorded: its maker was killed, or the answer was lost. Foundry lists
/// the responses of a conversation. Elsewhere the conversation tells: what a response said stands at its end, and belongs to
/// nothing that is on record (docs/wire.md, Begun and not finished).
/// </summary>
internal sealed class LostResponses(V2Client v2, AdapterState state, ConversationHome home, bool areListed, TimeProvider time)
{
    /// <summary>By how many seconds the service's clock may be behind.</summary>
    private const long ClockSkew = 60;

    private readonly WorkProbe _probe = new(v2, home);

    /// <summary>Once there is none at work: null says that none was made.</summary>
    /// <exception cref="V2Exception">It cannot be told yet, for instance because it is still at work.</exception>
    public async Task<JsonElement?> FindForSureAsync(RunRecord run, CancellationToken cancellationToken)
    {
        JsonElement? found = await FindAsync(run, null, cancellationToken).ConfigureAwait(false);
        if (found is not null || areListed || LeavesNothing(run))
            return found;
        string conversation = LegacyIds.ConversationFromThread(run.ThreadId);
        try
        {
            await _probe.RequireIdleAsync(conversation, cancellationToken).ConfigureAwait(false);
            JsonElement end = await ReadEndAsync(run, cancellationToken).ConfigureAwait(false);
            found = await FindSaidAsync(run, null, end, cancellationToken).ConfigureAwait(false);
            await _probe.CleanAsync(conversation, end, cancellationToken).ConfigureAwait(false);
            return found;
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            // The conversation is gone: whoever makes the response is told so.
            return null;
        }
    }

    /// <param name="run">A run that waits for a response.</param>
    /// <param name="except">A response that is known; null where none is.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<JsonElement?> FindAsync(RunRecord run, string? except, CancellationToken cancellationToken)
    {
        if (LeavesNothing(run))
            return null;
        try
        {
            return areListed
                ? await FindListedAsync(run, except, cancellationToken).ConfigureAwait(false)
                : await FindSaidAsync(
                    run, except, await ReadEndAsync(run, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>Takes out of the conversation what a response has said.</summary>
    public async Task ForgetAsync(string threadId, JsonElement response, CancellationToken cancellationToken)
    {
        string conversation = LegacyIds.ConversationFromThread(threadId);
        foreach (JsonElement item in response.GetItems("output").Reverse())
            await home.ForgetItemAsync(conversation, item.GetText("id") ?? "", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Outside a conversation a response is made again, and nobody sees the first.</summary>
    private bool LeavesNothing(RunRecord run) => run.Plan.IsApart || !v2.Features.Conversations;

    private async Task<JsonElement?> FindListedAsync(RunRecord run, string? except, CancellationToken cancellationToken)
    {
        V2Route route = V2Route.ResponsesOf(LegacyIds.ConversationFromThread(run.ThreadId));
        JsonElement page = await v2.GetAsync(route, cancellationToken).ConfigureAwait(false);
        HashSet<string> known = await ReadKnownAsync(run, cancellationToken).ConfigureAwait(false);
        foreach (JsonElement response in page.GetItems("data"))
        {
            string id = response.GetText("id") ?? "";
            if (known.Contains(id) || (response.GetSeconds("created_at") ?? long.MaxValue) < run.CreatedAt - ClockSkew)
                return null;
            if (id != except)
                return await v2.GetAsync(V2Route.ResponseWithOutputs(id), cancellationToken).ConfigureAwait(false);
        }
        return null;
    }

    private async Task<HashSet<string>> ReadKnownAsync(RunRecord run, CancellationToken cancellationToken)
    {
        IReadOnlyList<Entry<RunRecord>> runs = await state.Runs.ListAsync(
            run.ThreadId, ascending: false, limit: 20, afterSequence: null, cancellationToken).ConfigureAwait(false);
        return [.. runs.SelectMany(entry => entry.Value.Responses)];
    }

    private Task<JsonElement> ReadEndAsync(RunRecord run, CancellationToken cancellationToken) =>
        v2.GetAsync(V2Route.LastItems(LegacyIds.ConversationFromThread(run.ThreadId)), cancellationToken);

    private async Task<JsonElement?> FindSaidAsync(
        RunRecord run, string? except, JsonElement end, CancellationToken cancellationToken)
    {
        HashSet<string> own = await ReadOutputAsync(except, cancellationToken).ConfigureAwait(false);
        HashSet<string> steps = await ReadStepsAsync(run, cancellationToken).ConfigureAwait(false);
        int taken = run.PendingOutputs > 0 ? run.PendingOutputs : run.SecondOutputs;
        HashSet<string> pending = [.. run.ToolOutputs.Skip(run.ToolOutputs.Count - taken).Select(AnsweredBy)];
        HashSet<string> ownInput = [];
        List<JsonElement> said = [];
        bool tookOutputs = false;
        foreach (JsonElement item in end.GetItems("data"))
        {
            if (own.Contains(item.GetText("id") ?? ""))
            {
                // What it was given stands before what it said.
                ownInput.UnionWith(pending);
                continue;
            }
            string? callId = item.GetText("type") switch
            {
                "function_call_output" => item.GetText("call_id"),
                "mcp_approval_response" => item.GetText("approval_request_id"),
                _ => null,
            };
            if ((callId is not null && ownInput.Remove(callId)) || WorkProbe.IsLeftBy(item))
                continue;
            tookOutputs = callId is not null && pending.Contains(callId);
            if (tookOutputs || await IsKnownAsync(run, item, steps, cancellationToken).ConfigureAwait(false))
                break;
            said.Add(item);
        }
        said.Reverse();
        return tookOutputs || said.Any(item => item.GetText("type") != "reasoning") ? Response(run, said) : null;
    }

    /// <summary>The steps and calls of the runs before, as the parts of ids that they share with items.</summary>
    private async Task<HashSet<string>> ReadStepsAsync(RunRecord run, CancellationToken cancellationToken)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        IReadOnlyList<Entry<RunRecord>> runs = await state.Runs.ListAsync(
            run.ThreadId, ascending: false, limit: 3, afterSequence: null, cancellationToken).ConfigureAwait(false);
        foreach (string response in runs.SelectMany(entry => entry.Value.Responses))
        {
            Entry<StepListRecord>? kept = await state.Steps.FindAsync(response, cancellationToken).ConfigureAwait(false);
            foreach (StepRecord step in kept?.Value.Steps ?? [])
            {
                known.Add(step.Id);
                known.UnionWith(step.ToolCalls.Select(call => call.GetText("id") ?? ""));
            }
        }
        return known;
    }

    private async Task<HashSet<string>> ReadOutputAsync(string? response, CancellationToken cancellationToken)
    {
        if (response is null)
            return [];
        JsonElement latest = await v2.GetAsync(V2Route.ResponseWithOutputs(response), cancellationToken).ConfigureAwait(false);
        return [.. latest.GetItems("output").Select(item => item.GetText("id") ?? "")];
    }

    private async Task<bool> IsKnownAsync(
        RunRecord run, JsonElement item, HashSet<string> steps, CancellationToken cancellationToken)
    {
        string id = item.GetText("id") ?? "";
        switch (item.GetText("type"))
        {
            case "message" when item.GetText("role") != "assistant":
            case "function_call_output":
                return true;
            case "message":
                Entry<MessageRecord>? record = await state.Messages.FindAsync(id, cancellationToken).ConfigureAwait(false);
                return record is not null && record.Value.RunId != run.Id;
            case "mcp_approval_request" when run.ToolOutputs.Any(output => AnsweredBy(output) == id):
                return true;
            case "function_call" when run.ToolOutputs.Any(output => output.CallId == item.GetText("call_id")):
                return true;
            default:
                return steps.Contains(StepBuilder.IdOf(id))
                    || steps.Contains(item.GetText("call_id") ?? "-")
                    || IdTime.TryRead(id, time.Seconds()) < run.CreatedAt - ClockSkew;
        }
    }

    /// <summary>What names the call that it answers in the conversation.</summary>
    private static string AnsweredBy(ToolOutput output) =>
        output.Approve is null ? output.CallId : Approvals.RequestId(output.CallId);

    /// <summary>As the service would give it, but for its id and its usage, which nobody can tell any more.</summary>
    private JsonElement Response(RunRecord run, List<JsonElement> output)
    {
        string id = $"resp_{run.Id.Substring(run.Id.IndexOf('_') + 1)}_{run.Responses.Count}";
        long now = time.Seconds();
        return JsonBytes.Parse(JsonBytes.Write((id, output, run.CreatedAt, now), static (writer, found) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", found.id);
            writer.WriteString("status", "completed");
            writer.WriteNumber("created_at", found.CreatedAt);
            writer.WriteNumber("completed_at", found.now);
            writer.WriteElements("output", found.output);
            writer.WriteEndObject();
        }));
    }
}
