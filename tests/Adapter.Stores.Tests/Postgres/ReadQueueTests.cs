using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Postgres;

namespace AgentsMigration.Adapter.Stores.Tests.Postgres;

/// <summary>Reads that wait behind others and are done together.</summary>
public sealed class ReadQueueTests
{
    private readonly TaskCompletionSource _go = new();
    private readonly List<string[]> _read = [];
    private readonly ReadQueue _queue;

    public ReadQueueTests() => _queue = new ReadQueue(ReadAsync);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_Several_AreReadTogetherBehindThoseUnderWay()
    {
        Task<string?>[] reads = [.. Enumerable.Range(0, Environment.ProcessorCount + 10).Select(i => FindAsync($"run_{i}"))];
        Assert.Equal(Environment.ProcessorCount, _read.Count);

        _go.SetResult();

        Assert.Equal(Enumerable.Range(0, reads.Length).Select(i => $"run_{i}"), await Task.WhenAll(reads));
        Assert.Contains(_read, keys => keys.Length == 10);
    }

    [Fact]
    public async Task Read_OneThatFails_TakesNoOtherWithIt()
    {
        Task<string?>[] first = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(i => FindAsync($"run_{i}"))];
        Task<string?> before = FindAsync("before");
        Task<string?> failing = FindAsync("failing");
        Task<string?> unknown = FindAsync("unknown");

        _go.SetResult();
        await Task.WhenAll(first);

        Assert.Equal("before", await before);
        Assert.Equal("its own", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Null(await unknown);
    }

    [Fact]
    public async Task Read_Cancelled_KeepsNobodyWaiting()
    {
        using CancellationTokenSource given = new();
        Task<StoredDocument?> read = _queue.ReadAsync(new DocumentKey("run", "run_1"), given.Token).AsTask();

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        _go.SetResult();
        Assert.Equal("run_2", await FindAsync("run_2"));
    }

    private async Task<string?> FindAsync(string id) =>
        (await _queue.ReadAsync(new DocumentKey("run", id), Cancelled))?.Document.Key.Id;

    private async Task<StoredDocument?[]> ReadAsync(IReadOnlyList<DocumentKey> keys)
    {
        lock (_read)
            _read.Add([.. keys.Select(key => key.Id)]);
        await _go.Task;
        return keys.Any(key => key.Id == "failing")
            ? throw new InvalidOperationException("its own")
            : [.. keys.Select(key => key.Id == "unknown" ? null : new StoredDocument(new Document(key, "", default), "1.1", 1))];
    }
}
