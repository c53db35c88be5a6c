using System.Text;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests;

internal static class Race
{
    public const int Racers = 16;

    /// <summary>Lets all of them go at once.</summary>
    public static async Task<bool[]> RunAsync(Func<int, ValueTask<bool>> racer)
    {
        TaskCompletionSource start = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<bool>[] tasks = [.. Enumerable.Range(0, Racers).Select(i => Task.Run(async () =>
        {
            await start.Task;
            return await racer(i);
        }))];
        start.SetResult();
        return await Task.WhenAll(tasks);
    }

    public static async Task IncrementAsync(IDocumentStore store, DocumentKey key)
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        while (true)
        {
            StoredDocument current = (await store.GetAsync(key, cancelled))!;
            int value = int.Parse(Encoding.UTF8.GetString(current.Document.Content.Span)) + 1;
            if (await store.TryReplaceAsync(new Document(key, "", Encoding.UTF8.GetBytes($"{value}")), current.Tag, cancelled))
                return;
        }
    }
}
