using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Assistants;

/// <summary>Where assistants live: in the store, or as agent versions in Foundry.</summary>
internal abstract class AssistantCatalog
{
    public abstract Task<AssistantRecord> CreateAsync(AssistantSettings settings, CancellationToken cancellationToken);

    public abstract Task<AssistantRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>False where there was none.</summary>
    public abstract Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);

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

    public override async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) =>
        await state.Assistants.TryDeleteAsync(id, cancellationToken).ConfigureAwait(false);
}
