using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Harness;

/// <summary>Writes until it is killed, going on where the one before was.</summary>
internal static class Writer
{
    /// <summary>One new document and one replaced by turns; the counter never runs ahead of the items.</summary>
    public static async Task WriteDocumentsAsync(string state)
    {
        IDocumentStore store = (await HarnessState.OpenAsync(state)).Documents;
        int number = 0;
        while (await store.GetAsync(Pattern.Item(number + 1)) is not null)
            number++;
        for (number++; ; number++)
        {
            await store.TryAddAsync(new Document(Pattern.Item(number), "parent", Pattern.Bytes(number)));
            Document counter = new(Pattern.Counter, "", BitConverter.GetBytes(number));
            StoredDocument? current = await store.GetAsync(Pattern.Counter);
            bool counted = current is null ? await store.TryAddAsync(counter) : await store.TryReplaceAsync(counter, current.Tag);
            if (!counted)
                throw new InvalidOperationException("Somebody else writes.");
            Console.WriteLine(number);
        }
    }

    public static async Task PutBlobsAsync(string state)
    {
        IBlobStore store = (await HarnessState.OpenAsync(state, directory: true)).Blobs;
        int number = 1;
        while (await store.OpenAsync(Pattern.BlobId(number)) is { } stream)
        {
            await stream.DisposeAsync();
            number++;
        }
        for (; ; number++)
        {
            using MemoryStream content = new(Pattern.Bytes(number));
            await store.PutAsync(Pattern.BlobId(number), content);
            Console.WriteLine(number);
        }
    }

    /// <summary>Puts bytes that stop coming half-way.</summary>
    public static async Task StallAsync(string state, string id)
    {
        using StalledStream content = new(() => Console.WriteLine("stalled"));
        HarnessState stores = await HarnessState.OpenAsync(state, directory: true);
        await stores.Blobs.PutAsync(id, content);
    }
}
