using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>Checks the files and stores that tool resources name, and makes the stores that they describe.</summary>
internal sealed class ToolResourceMaker(V2Client v2, FileReferences references, VectorStores stores)
{
    private const string FilesPath = "tool_resources.code_interpreter.file_ids";
    private const string StoresPath = "tool_resources.file_search.vector_store_ids";
    private const string NewStoresPath = "tool_resources.file_search.vector_stores[0].file_ids";

    public async Task RequireAsync(NewToolResources? resources, CancellationToken cancellationToken)
    {
        if (resources is null)
            return;
        List<Task> checks =
        [
            .. (resources.CodeInterpreterFiles ?? []).Select(id => references.RequireFileAsync(id, FilesPath, cancellationToken)),
            .. (resources.VectorStores ?? []).Select(id => RequireStoreAsync(id, cancellationToken)),
            .. resources.NewStores.SelectMany(store => store.Files)
                .Select(id => references.RequireFileAsync(id, NewStoresPath, cancellationToken)),
        ];
        await Task.WhenAll(checks).ConfigureAwait(false);
    }

    /// <param name="resources">As <see cref="RequireAsync"/> has found them.</param>
    /// <param name="expiresAfterDays">A thread's own store does not outlive its use by long.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<ToolResources?> MakeAsync(
        NewToolResources? resources, int? expiresAfterDays, CancellationToken cancellationToken)
    {
        if (resources is null)
            return null;
        List<string> made = [];
        foreach (NewVectorStore store in resources.NewStores)
            made.Add(await stores.CreateAsync(store, expiresAfterDays, cancellationToken).ConfigureAwait(false));
        return resources.With(made);
    }

    /// <summary>Deletes the stores that were made for something that then could not be made itself.</summary>
    public async Task UndoAsync(NewToolResources? resources, ToolResources? made)
    {
        if (resources is null || resources.NewStores.Count == 0)
            return;
        foreach (string id in made?.VectorStores ?? [])
            await stores.DeleteAsync(id, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task RequireStoreAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            JsonElement store = await v2.GetAsync(V2Route.VectorStore(id), cancellationToken).ConfigureAwait(false);
            if (store.GetText("status") == "expired")
                throw new LegacyException(400, $"The vector store '{id}' has expired.", StoresPath);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw new LegacyException(400, $"No vector store found with id '{id}'.", StoresPath);
        }
    }
}
