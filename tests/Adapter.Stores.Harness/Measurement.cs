using System.Diagnostics;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Harness;

/// <summary>Prints how long each call takes on a file that is warm.</summary>
internal static class Measurement
{
    private const int Count = 20_000;
    private const int ThreadCount = 20;
    private static readonly byte[] Content = new byte[2_000];

    public static async Task RunAsync(string file)
    {
        Console.WriteLine($"{"call",-28} {"median",10} {"p99",10}   documents of {Content.Length} bytes, {Count} calls each");
        await MeasureAsync("memory", new InMemoryDocumentStore());
        using (SqliteDocumentStore store = SqliteDocumentStore.Open(file))
            await MeasureAsync("sqlite", store);
        using (SqliteDocumentStore store = SqliteDocumentStore.Open(file + ".full", new SqliteStateOptions { FlushEveryWrite = true }))
            await TimeAsync("sqlite, flushed: add", 500, i => store.TryAddAsync(Make("add", i)));
    }

    private static async Task MeasureAsync(string name, IDocumentStore store)
    {
        for (int i = 0; i < 500; i++)
        {
            await store.TryAddAsync(Make("warm", i));
            await store.GetAsync(new DocumentKey("warm", $"run_{i}"));
        }
        await TimeAsync($"{name}: add", Count, i => store.TryAddAsync(Make("run", i)));
        await TimeAsync($"{name}: get", Count, i => store.GetAsync(new DocumentKey("run", $"run_{i}")));
        string[] tags = new string[Count];
        for (int i = 0; i < Count; i++)
            tags[i] = (await store.GetAsync(new DocumentKey("run", $"run_{i}")))!.Tag;
        await TimeAsync($"{name}: replace", Count, i => store.TryReplaceAsync(Make("run", i), tags[i]));
        await TimeAsync($"{name}: list 20 of parent", Count / 10, i =>
            store.ListAsync(new DocumentQuery("run", $"thread_{i % ThreadCount}", false, 20)));
        await TimeAsync($"{name}: list 20 of {Count}", Count / 10, i =>
            store.ListAsync(new DocumentQuery("run", null, i % 2 == 0, 20, Count / 2)));
        await TimeAsync($"{name}: delete", Count, i => store.TryDeleteAsync(new DocumentKey("run", $"run_{i}")));
    }

    private static async Task TimeAsync<T>(string name, int count, Func<int, ValueTask<T>> call)
    {
        double[] micros = new double[count];
        for (int i = 0; i < count; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await call(i);
            micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        Array.Sort(micros);
        Console.WriteLine($"{name,-28} {micros[count / 2],7:F1} us {micros[count * 99 / 100],7:F1} us");
    }

    private static Document Make(string kind, int number) =>
        new(new DocumentKey(kind, $"run_{number}"), $"thread_{number % ThreadCount}", Content);
}
