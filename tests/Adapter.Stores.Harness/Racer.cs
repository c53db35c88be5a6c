using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Harness;

/// <summary>Competes with another process: for claims that only one can have, and for a counter that both raise.</summary>
internal static class Racer
{
    public static async Task RunAsync(string state, int count)
    {
        IDocumentStore store = (await HarnessState.OpenAsync(state)).Documents;
        Console.WriteLine("ready");
        Console.ReadLine();
        int claims = 0;
        for (int i = 0; i < count; i++)
        {
            if (await store.TryAddAsync(new Document(new DocumentKey("claim", $"claim_{i}"), "", new byte[1])))
                claims++;
            await RaiseAsync(store);
        }
        Console.WriteLine(claims);
    }

    private static async Task RaiseAsync(IDocumentStore store)
    {
        while (true)
        {
            StoredDocument? current = await store.GetAsync(Pattern.Counter);
            int value = current is null ? 0 : BitConverter.ToInt32(current.Document.Content.Span);
            Document next = new(Pattern.Counter, "", BitConverter.GetBytes(value + 1));
            if (current is null ? await store.TryAddAsync(next) : await store.TryReplaceAsync(next, current.Tag))
                return;
        }
    }
}
