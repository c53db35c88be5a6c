using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Messages;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>Puts assistant, thread and run options together.</summary>
internal sealed class RunPlanner(
    AdapterState state, FileReferences references, ThreadFiles written, AttachmentKeeper attachments, ThreadContext context)
{
    public async Task<(RunSettings Settings, RunPlan Plan)> PlanAsync(
        string threadId, NewRun run, AssistantRecord assistant, CancellationToken cancellationToken)
    {
        if (LegacyTools.Has(run.Tools ?? assistant.Settings.Tools, "file_search"))
        {
            IEnumerable<string> unsearched = assistant.Settings.FilesStore is null
                ? assistant.Settings.Files.Select(file => file.Id)
                : [];
            await attachments.MakeSearchableAsync(threadId, unsearched, cancellationToken).ConfigureAwait(false);
        }
        ThreadRecord? thread = (await state.Threads.FindAsync(threadId, cancellationToken).ConfigureAwait(false))?.Value;
        ToolResources? own = Own(
            run.ToolResources,
            AssistantFiles.ResourcesOf(assistant.Settings with { Tools = run.Tools ?? assistant.Settings.Tools }));
        string[] files =
        [
            .. (own?.CodeInterpreterFiles ?? [])
                .Concat(thread?.ToolResources?.CodeInterpreterFiles ?? [])
                .Concat(thread?.AttachedFiles ?? [])
                .Distinct(),
        ];
        IReadOnlyList<string> lost = UsesCode(run, assistant)
            ? await written.FindLostAsync(thread, files.Length, cancellationToken).ConfigureAwait(false)
            : [];
        string[] stores =
        [
            .. (own?.VectorStores ?? [])
                .Concat(thread?.ToolResources?.VectorStores ?? [])
                .Concat(thread?.AttachedStore is { } attached ? [attached] : [])
                .Distinct(),
        ];
        bool byAgent = lost.Count == 0 && CanReferToAgent(run, assistant, thread);
        RunPlan plan = new()
        {
            CodeInterpreterFiles = await references.ToUpstreamAsync([.. files.Union(lost)], cancellationToken).ConfigureAwait(false),
            VectorStores = stores,
            SearchIndexes = own?.SearchIndexes ?? thread?.ToolResources?.SearchIndexes ?? [],
            McpServers = [.. (own?.McpServers ?? []).Concat(thread?.ToolResources?.McpServers ?? [])],
            AgentName = byAgent ? LegacyIds.AgentNameFromAssistant(assistant.Id) : null,
            AgentVersion = byAgent ? assistant.AgentVersion : null,
            IsApart = run.LastMessages is not null && context.LastMessagesAreApart,
        };
        return (Merge(run, assistant.Settings), plan);
    }

    /// <summary>A run's own files and stores stand in place of the assistant's; what hosted tools have, tool by tool.</summary>
    private static ToolResources? Own(ToolResources? ofRun, ToolResources? ofAssistant)
    {
        if (ofRun is null || ofAssistant is null)
            return ofRun ?? ofAssistant;
        bool namesFiles = ofRun.CodeInterpreterFiles is not null || ofRun.VectorStores is not null
            || (ofRun.SearchIndexes is null && ofRun.McpServers is null);
        return (namesFiles ? ofRun : ofAssistant) with
        {
            SearchIndexes = ofRun.SearchIndexes ?? ofAssistant.SearchIndexes,
            McpServers = ofRun.McpServers ?? ofAssistant.McpServers,
        };
    }

    private static bool UsesCode(NewRun run, AssistantRecord assistant) =>
        (run.Tools ?? assistant.Settings.Tools).Any(tool => tool.GetText("type") == "code_interpreter");

    /// <summary>Foundry refuses any option beside an agent, and renders {{ }} in its instructions.</summary>
    private static bool CanReferToAgent(NewRun run, AssistantRecord assistant, ThreadRecord? thread) =>
        assistant.AgentVersion is not null
        && run.OverridesNothing
        && thread is null or { ToolResources: null, AttachedFiles.Count: 0, AttachedStore: null }
        && assistant.Settings.Instructions?.Contains("{{") != true
        && assistant.Settings.ToolResources?.McpServers?.Any(server => server.Get("headers") is not null) != true;

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
            MaxPromptTokens = run.MaxPromptTokens,
            MaxCompletionTokens = run.MaxCompletionTokens,
            LastMessages = run.LastMessages,
            ResponseFormat = run.ResponseFormatGiven ? run.ResponseFormat : assistant.ResponseFormat,
            ToolChoice = run.ToolChoice,
            ParallelToolCalls = run.ParallelToolCalls ?? true,
            AssistantFiles = [.. AssistantFiles.ShownOf(assistant).Select(file => file.Id)],
        };
    }
}
