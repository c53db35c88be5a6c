using System.Text;
using AgentsMigration.Emulator.Files;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.VectorStores;

internal sealed class VectorStoreCollection(Workspace workspace, TimeSpan ingestDelay)
{
    private readonly OrderedDictionary<string, VectorStore> _all = [];

    public IEnumerable<VectorStore> All => _all.Values;

    public DateTimeOffset Now => workspace.Time.GetUtcNow();

    public VectorStore Create()
    {
        VectorStore store = new(workspace.Ids.Plain("vs_"), workspace.Now);
        _all.Add(store.Id, store);
        return store;
    }

    public VectorStore Get(string id, string? param = null) =>
        _all.TryGetValue(id, out VectorStore? store)
            ? store
            : throw Refusal.NotFound($"Vector store with id '{id}' not found.", param);

    /// <summary>Finds a store to search or change: an expired one is refused, a live one lives on.</summary>
    public VectorStore Touch(string id, string? param = null)
    {
        VectorStore store = Get(id, param);
        if (store.IsExpired(Now)) throw Refusal.Bad($"Vector store {id} is expired.", param);
        store.LastActiveAt = workspace.Now;
        return store;
    }

    public void Delete(string id) => _all.Remove(Get(id).Id);

    public VectorStoreFile Attach(VectorStore store, string fileId, JsonObject chunking, JsonObject attributes)
    {
        StoredFile file = workspace.Files.Get(fileId, "file_id");
        VectorStoreFile attached = new(
            fileId, file.FileName, store.Id, Now, Now + ingestDelay, TextOf(file), file.Bytes, chunking, attributes);
        store.Files[fileId] = attached;
        return attached;
    }

    private static string? TextOf(StoredFile file)
    {
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file.Path));
            return text.Contains('\0') ? null : text;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
