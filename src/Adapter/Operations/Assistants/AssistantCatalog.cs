using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.HostedTools;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Assistants;

/// <summary>Where assistants live: in the store, or as agent versions in Foundry.</summary>
internal abstract class AssistantCatalog
{
    public abstract Task<AssistantRecord> CreateAsync(AssistantSettings settings, CancellationToken cancellationToken);

    public abstract Task<AssistantRecord?> FindAsync(string id, CancellationToken cancellationToken);

    public abstract Task<AssistantRecord> ModifyAsync(
        AssistantRecord current, AssistantSettings settings, CancellationToken cancellationToken);

    public abstract Task<StorePage<AssistantRecord>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>False where there was none.</summary>
    public abstract Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>Refuses tools that the target does not have.</summary>
    public virtual void RequireServed(IReadOnlyList<JsonElement>? tools)
    {
        foreach (JsonElement tool in tools ?? [])
        {
            if (HostedTool.Find(tool.GetText("type")) is { IsOpenAIs: false } hosted)
                throw HostedTool.RefuseOnOpenAI(hosted.Type);
        }
    }

    public async Task<AssistantRecord> GetAsync(string id, CancellationToken cancellationToken) =>
        LegacyIds.IsAssistant(id) && await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } assistant
            ? assistant
            : throw LegacyErrors.NotFound("assistant", id);
}

/// <summary>OpenAI has no place for assistants: they live in the store alone.</summary>
internal sealed class StoredAssistantCatalog(AdapterState state, TimeProvider time) : AssistantCatalog
{
    public override async Task<AssistantRecord> CreateAsync(AssistantSettings settings, CancellationToken cancellationToken)
    {
        AssistantRecord assistant = new()
        {
            Id = LegacyIds.NewAssistant(),
            CreatedAt = time.Seconds(),
            Settings = settings,
        };
        await state.Assistants.TryAddAsync(assistant.Id, "", assistant, cancellationToken).ConfigureAwait(false);
        return assistant;
    }

    public override async Task<AssistantRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await state.Assistants.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Value;

    public override async Task<AssistantRecord> ModifyAsync(
        AssistantRecord current, AssistantSettings settings, CancellationToken cancellationToken) =>
        await state.Assistants.UpdateAsync(
            current.Id, "", known => (known ?? current) with { Settings = settings }, cancellationToken).ConfigureAwait(false);

    public override Task<StorePage<AssistantRecord>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        StorePaging.ReadAsync(state.Assistants, null, "assistant", page, cancellationToken);

    public override async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) =>
        await state.Assistants.TryDeleteListedAsync(id, cancellationToken).ConfigureAwait(false);
}
