using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Mapping.HostedTools;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>
/// Tells of a response after it has ended, out of what is kept of it: for a run apart from its conversation, whose messages
/// get their ids only then (docs/wire.md, Streaming).
/// </summary>
internal sealed class ResponseReplay(IRunJournal journal, EventWriter events, StepTrail steps)
{
    public async Task TellAsync(RunRecord run, JsonElement response, CancellationToken cancellationToken)
    {
        IReadOnlyList<StepRecord> kept = await journal.FindStepsAsync(response.GetText("id") ?? "", cancellationToken).ConfigureAwait(false);
        foreach (JsonElement item in response.GetItems("output"))
        {
            StepRecord begun = StepBuilder.Begin(item, run.CreatedAt, run.CreatedAt);
            StepRecord step = kept.FirstOrDefault(known => known.Id == begun.Id) ?? begun;
            string? type = item.GetText("type");
            if (step.MessageId is { } messageId)
                await TellAsync(run, item, step, messageId, cancellationToken).ConfigureAwait(false);
            else if (type is "code_interpreter_call" or "file_search_call" or "function_call" or "mcp_call" || HostedCallMapping.IsCall(item))
                Tell(run, item, type!, step);
        }
    }

    private async Task TellAsync(
        RunRecord run, JsonElement item, StepRecord step, string messageId, CancellationToken cancellationToken)
    {
        MessageRecord record = await journal.BeginMessageAsync(run, messageId, step.CreatedAt, [], cancellationToken).ConfigureAwait(false);
        steps.Begin(run, step);
        StreamedMessage message = new(events, run.ThreadId, step, record with { Images = [.. MessageMapping.CitedImages(item)] });
        message.Begin();
        int index = 0;
        foreach (JsonElement part in item.GetItems("content"))
            message.EndPart(index++, part);
        message.End(item, record);
        steps.End(step);
    }

    private void Tell(RunRecord run, JsonElement item, string type, StepRecord step)
    {
        steps.Add(run, item, type, step with { ToolCalls = [] });
        steps.EndCall(item, type switch
        {
            "code_interpreter_call" when step.ToolCalls.Count > 0 => step.ToolCalls[0],
            "code_interpreter_call" => ToolCallMapping.CodeInterpreter(item, static _ => null),
            "file_search_call" => ToolCallMapping.FileSearch(item),
            "mcp_call" => HostedCallMapping.Mcp(item),
            not "function_call" => step.ToolCalls.Count > 0 ? step.ToolCalls[0] : HostedCallMapping.Hosted(item, null),
            _ => ToolCallMapping.Function(item),
        });
    }
}
