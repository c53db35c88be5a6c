using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// The adapter's own transcript: a run's first response is sent all of it, or its last messages, and the next ones go on
/// from there. What a response was given and has made joins the transcript when it has ended, as in v2's conversations.
/// </summary>
internal sealed class TranscriptContext(
    TranscriptConversations transcripts, LastMessages lastMessages, AdapterState state, ThreadFiles threadFiles) : ThreadContext
{
    public override bool LastMessagesAreApart => false;

    public override async Task<ResponseContext> ReadAsync(
        RunRecord run, IReadOnlyList<JsonElement> outputs, CancellationToken cancellationToken)
    {
        if (run.CurrentResponse is { } current)
            return new ResponseContext(null, current, outputs);
        IReadOnlyList<JsonElement> input = run.Settings.LastMessages is { } count
            ? await lastMessages.ReadAsync(run.ThreadId, count, cancellationToken).ConfigureAwait(false)
            : await ReadAllAsync(run, cancellationToken).ConfigureAwait(false);
        return new ResponseContext(null, null, input);
    }

    public override async Task<IReadOnlyDictionary<string, string>?> KeepAsync(
        RunRecord run, JsonElement response, CancellationToken cancellationToken)
    {
        // As in v2's own conversations, nothing of a response that has failed.
        if (response.GetText("status") is not ("completed" or "incomplete"))
            return null;
        string conversation = LegacyIds.ConversationFromThread(run.ThreadId);
        string? id = response.GetText("id");
        foreach (ToolOutput output in run.ToolOutputs)
            await transcripts.AddAsync(conversation, ToItem(conversation, output), id, cancellationToken).ConfigureAwait(false);
        foreach (JsonElement item in response.GetItems("output"))
            await transcripts.AddAsync(conversation, item, id, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<IReadOnlyList<JsonElement>> ReadAllAsync(RunRecord run, CancellationToken cancellationToken)
    {
        IReadOnlyList<TranscriptItemRecord> items = await transcripts.ReadAsync(
            LegacyIds.ConversationFromThread(run.ThreadId), cancellationToken).ConfigureAwait(false);
        HashSet<string?> called = [.. CallIds(items, "function_call")];
        called.IntersectWith(CallIds(items, "function_call_output"));
        ThreadRecord? thread = (await state.Threads.FindAsync(run.ThreadId, cancellationToken).ConfigureAwait(false))?.Value;
        bool code = threadFiles.HasLiveContainer(thread)
            && run.Settings.Tools.Any(tool => tool.GetText("type") == "code_interpreter");
        return
        [
            .. items.Select(entry => entry.Item)
                .Where(item => item.GetText("type") switch
                {
                    "function_call" or "function_call_output" => called.Contains(item.GetText("call_id")),
                    // A call leads to its container: one that is gone is refused, one that lives is used again.
                    "code_interpreter_call" => code,
                    _ => true,
                })
                .Select(TranscriptItem.ToInput)
                .OfType<JsonElement>(),
        ];
    }

    private static IEnumerable<string?> CallIds(IReadOnlyList<TranscriptItemRecord> items, string type) =>
        items.Where(entry => entry.Item.GetText("type") == type).Select(entry => entry.Item.GetText("call_id"));

    private static JsonElement ToItem(string conversation, ToolOutput output) =>
        TranscriptItem.Named(output.ToItem(), TranscriptId.OfOutput(conversation, output.CallId));
}
