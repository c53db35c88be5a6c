using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>Puts assistant, thread and run options together into one v2 request.</summary>
internal sealed class RunPlanner(AdapterState state, FileReferences references)
{
    public async Task<ResponseRequest> PlanAsync(
        string threadId, NewRun run, AssistantRecord assistant, CancellationToken cancellationToken)
    {
        ThreadRecord? thread = (await state.Threads.FindAsync(threadId, cancellationToken).ConfigureAwait(false))?.Value;
        string[] files =
        [
            .. (assistant.Settings.ToolResources?.CodeInterpreterFiles ?? [])
                .Concat(thread?.ToolResources?.CodeInterpreterFiles ?? [])
                .Concat(thread?.AttachedFiles ?? [])
                .Distinct(),
        ];
        string[] stores =
        [
            .. (assistant.Settings.ToolResources?.VectorStores ?? [])
                .Concat(thread?.ToolResources?.VectorStores ?? [])
                .Distinct(),
        ];
        return new ResponseRequest
        {
            ConversationId = LegacyIds.ConversationFromThread(threadId),
            AssistantId = assistant.Id,
            Settings = Merge(run, assistant.Settings),
            CodeInterpreterFiles = await references.ToUpstreamAsync(files, cancellationToken).ConfigureAwait(false),
            VectorStores = stores,
            Agent = CanReferToAgent(run, assistant, thread)
                ? (LegacyIds.AgentNameFromAssistant(assistant.Id), assistant.AgentVersion!)
                : null,
        };
    }

    /// <summary>Foundry refuses any option beside an agent, and renders {{ }} in its instructions.</summary>
    private static bool CanReferToAgent(NewRun run, AssistantRecord assistant, ThreadRecord? thread) =>
        assistant.AgentVersion is not null
        && run.OverridesNothing
        && thread is null or { ToolResources: null, AttachedFiles.Count: 0 }
        && assistant.Settings.Instructions?.Contains("{{") != true;

    private static RunSettings Merge(NewRun run, AssistantSettings assistant)
    {
        string? instructions = run.Instructions ?? assistant.Instructions;
        if (!string.IsNullOrEmpty(run.AdditionalInstructions))
        {
            instructions = string.IsNullOrEmpty(instructions)
                ? run.AdditionalInstructions
                : $"{instructions}\n{run.AdditionalInstructions}";
        }
        return new RunSettings
        {
            Model = run.Model ?? assistant.Model,
            Instructions = instructions,
            Tools = run.Tools ?? assistant.Tools,
            Temperature = run.Temperature ?? assistant.Temperature,
            TopP = run.TopP ?? assistant.TopP,
            ReasoningEffort = run.ReasoningEffort ?? assistant.ReasoningEffort,
            MaxCompletionTokens = run.MaxCompletionTokens,
            ResponseFormat = run.ResponseFormatGiven ? run.ResponseFormat : assistant.ResponseFormat,
            ToolChoice = run.ToolChoice,
            ParallelToolCalls = run.ParallelToolCalls ?? true,
        };
    }
}
