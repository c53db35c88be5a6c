using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>Vector stores that the adapter makes on an app's behalf.</summary>
internal sealed class VectorStores(V2Client v2, FileReferences references, TimeProvider time)
{
    private static readonly TimeSpan PollDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public async Task<string> CreateAsync(NewVectorStore store, int? expiresAfterDays, CancellationToken cancellationToken)
    {
        NewVectorStore upstream = store with
        {
            Files = await references.ToUpstreamAsync(store.Files, cancellationToken).ConfigureAwait(false),
        };
        JsonElement made = await v2.CreateAsync(
            V2Route.VectorStores, upstream.ToJson(expiresAfterDays), cancellationToken).ConfigureAwait(false);
        return made.GetText("id") ?? throw new V2Exception(502, "The service gave a vector store without an id.");
    }

    public async Task AddFileAsync(string storeId, string fileId, CancellationToken cancellationToken)
    {
        string upstream = await references.ToUpstreamAsync(fileId, "assistants", cancellationToken).ConfigureAwait(false);
        byte[] request = JsonBytes.Write(upstream, static (writer, id) =>
        {
            writer.WriteStartObject();
            writer.WriteString("file_id", id);
            writer.WriteEndObject();
        });
        await v2.PostAgainAsync(V2Route.VectorStoreFiles(storeId), request, cancellationToken).ConfigureAwait(false);
    }

    public async Task RemoveFileAsync(string storeId, string fileId, CancellationToken cancellationToken)
    {
        string upstream = await references.ToUpstreamAsync(fileId, "assistants", cancellationToken).ConfigureAwait(false);
        await TryDeleteAsync(V2Route.VectorStoreFile(storeId, upstream), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Until every file is searchable: legacy answered a message with attachments only then.</summary>
    public async Task WaitAsync(string storeId, CancellationToken cancellationToken)
    {
        DateTimeOffset end = time.GetUtcNow() + LongestWait;
        while (time.GetUtcNow() < end)
        {
            JsonElement store = await v2.GetAsync(V2Route.VectorStore(storeId), cancellationToken).ConfigureAwait(false);
            if (store.GetText("status") != "in_progress" && (store.Get("file_counts")?.GetInt32("in_progress") ?? 0) == 0)
                return;
            await time.WaitAsync(PollDelay, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task DeleteAsync(string storeId, CancellationToken cancellationToken) =>
        TryDeleteAsync(V2Route.VectorStore(storeId), cancellationToken);

    private async Task TryDeleteAsync(V2Route route, CancellationToken cancellationToken)
    {
        try
        {
            await v2.DeleteAsync(route, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            // Gone already.
        }
    }
}
