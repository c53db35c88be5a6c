using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Assistants;

/// <summary>Saves an assistant together with the vector stores that it needs, or leaves everything as it was.</summary>
internal sealed class AssistantWriter(
    AssistantCatalog catalog, ToolResourceMaker resources, FileReferences references, VectorStores stores, TimeProvider time)
{
    public async Task<AssistantRecord> CreateAsync(NewAssistant given, CancellationToken cancellationToken) =>
        await SaveAsync(
            given, null, settings => catalog.CreateAsync(settings, cancellationToken), cancellationToken).ConfigureAwait(false);

    public async Task<AssistantRecord> ModifyAsync(
        AssistantRecord current, NewAssistant given, CancellationToken cancellationToken)
    {
        AssistantRecord modified = await SaveAsync(
            given,
            current.Settings,
            settings => catalog.ModifyAsync(current, settings, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        await DropAsync(current.Settings, modified.Settings, cancellationToken).ConfigureAwait(false);
        return modified;
    }

    /// <summary>False where there was none.</summary>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (!LegacyIds.IsAssistant(id) || await catalog.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } assistant)
            return false;
        bool deleted = await catalog.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
        if (assistant.Settings.FilesStore is { } store)
            await stores.DeleteAsync(store, cancellationToken).ConfigureAwait(false);
        return deleted;
    }

    private async Task<AssistantRecord> SaveAsync(
        NewAssistant given,
        AssistantSettings? before,
        Func<AssistantSettings, Task<AssistantRecord>> put,
        CancellationToken cancellationToken)
    {
        catalog.RequireServed(given.Settings.Tools);
        await resources.RequireAsync(given.Resources, cancellationToken).ConfigureAwait(false);
        AssistantSettings settings = WithFiles(given, before);
        foreach (string file in NewFiles(settings, before))
            await references.RequireFileAsync(file, "file_ids", cancellationToken).ConfigureAwait(false);

        ToolResources? made = await resources.MakeAsync(given.Resources, null, cancellationToken).ConfigureAwait(false);
        if (made is not null)
            settings = settings with { ToolResources = made };
        string? madeStore = null;
        try
        {
            settings = await WithStoreAsync(settings, before, cancellationToken).ConfigureAwait(false);
            madeStore = settings.FilesStore != before?.FilesStore ? settings.FilesStore : null;
            return await put(settings).ConfigureAwait(false);
        }
        catch
        {
            await resources.UndoAsync(given.Resources, made).ConfigureAwait(false);
            if (madeStore is not null)
                await stores.DeleteAsync(madeStore, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private AssistantSettings WithFiles(NewAssistant given, AssistantSettings? before)
    {
        AssistantSettings settings = given.Settings;
        if (given.Files is not { } ids)
            return settings;
        IReadOnlyList<AssistantFile> shown = before is null ? [] : AssistantFiles.ShownOf(before);
        return settings with
        {
            Files = [.. ids.Select(id => shown.FirstOrDefault(file => file.Id == id) ?? new AssistantFile(id, time.Seconds()))],
            // The new list is in place of all that was shown, whichever way it had been given.
            ToolResources = before is null || settings.ToolResources is null
                ? settings.ToolResources
                : settings.ToolResources with { CodeInterpreterFiles = null },
        };
    }

    private async Task<AssistantSettings> WithStoreAsync(
        AssistantSettings settings, AssistantSettings? before, CancellationToken cancellationToken)
    {
        if (settings.Files.Count == 0 || !LegacyTools.Has(settings.Tools, "file_search"))
            return settings with { FilesStore = null };
        string? store = before?.FilesStore;
        if (store is null)
        {
            NewVectorStore all = new([.. settings.Files.Select(file => file.Id)], null, null);
            store = await stores.CreateAsync(all, expiresAfterDays: null, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            foreach (string file in NewFiles(settings, before))
                await stores.AddFileAsync(store, file, cancellationToken).ConfigureAwait(false);
        }
        await stores.WaitAsync(store, cancellationToken).ConfigureAwait(false);
        return settings with { FilesStore = store };
    }

    /// <summary>What the assistant no longer has goes when it is saved without it.</summary>
    private async Task DropAsync(AssistantSettings before, AssistantSettings after, CancellationToken cancellationToken)
    {
        if (before.FilesStore is not { } store)
            return;
        if (after.FilesStore != store)
        {
            await stores.DeleteAsync(store, cancellationToken).ConfigureAwait(false);
            return;
        }
        foreach (string file in NewFiles(before, after))
            await stores.RemoveFileAsync(store, file, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> NewFiles(AssistantSettings settings, AssistantSettings? before) =>
        settings.Files.Select(file => file.Id).Except((before?.Files ?? []).Select(file => file.Id));
}
