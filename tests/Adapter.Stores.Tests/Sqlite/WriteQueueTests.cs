using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Sqlite;

namespace AgentsMigration.Adapter.Stores.Tests.Sqlite;

/// <summary>Writes that wait behind another one and are done together.</summary>
public sealed class WriteQueueTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StateFile _file;
    private readonly WriteQueue _queue;
    private readonly ManualResetEventSlim _go = new();

    public WriteQueueTests()
    {
        _file = new StateFile(_folder.StateFile, new SqliteStateOptions());
        _queue = new WriteQueue(new DocumentConnection(_file.OpenWriter()), TimeProvider.System);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _queue.Dispose();
        _go.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Write_Several_AreAllThereWhenTheyReturn()
    {
        Task first = await HoldAsync();
        Task<bool>[] behind = [.. Enumerable.Range(0, 20).Select(i => AddAsync($"run_{i % 10}", Cancelled))];

        _go.Set();
        bool[] done = await Task.WhenAll(behind);
        await first;

        // Of two that add the same one wins, in their order.
        Assert.Equal([.. Enumerable.Repeat(true, 10), .. Enumerable.Repeat(false, 10)], done);
        Assert.Equal(10, CountStored());
    }

    [Fact]
    public async Task Write_OneThatFails_TakesNoOtherWithIt()
    {
        Task first = await HoldAsync();
        Task<bool> before = AddAsync("run_before", Cancelled);
        Task<bool> failing = _queue.WriteAsync(_ => throw new InvalidOperationException("its own"), Cancelled).AsTask();
        Task<bool> after = AddAsync("run_after", Cancelled);

        _go.Set();
        await first;

        Assert.Equal("its own", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.True(await before);
        Assert.True(await after);
        Assert.Equal(2, CountStored());
    }

    [Fact]
    public async Task Write_CancelledWhileItWaits_IsNotDone()
    {
        using CancellationTokenSource given = new();
        Task first = await HoldAsync();
        Task<bool> cancelled = AddAsync("run_cancelled", given.Token);
        Task<bool> other = AddAsync("run_other", Cancelled);

        await given.CancelAsync();
        // At once, not when its turn comes.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _go.Set();
        await first;

        Assert.True(await other);
        Assert.Equal(1, CountStored());
    }

    [Fact]
    public async Task Write_QueueThatIsClosed_Fails()
    {
        await _queue.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => AddAsync("run_late", Cancelled));
    }

    /// <summary>A write that is under way until it may go on.</summary>
    private async Task<Task> HoldAsync()
    {
        TaskCompletionSource begun = new();
        Task held = Task.Run(
            async () => await _queue.WriteAsync(
                _ =>
                {
                    begun.SetResult();
                    _go.Wait(Cancelled);
                    return true;
                },
                Cancelled),
            Cancelled);
        await begun.Task;
        return held;
    }

    private Task<bool> AddAsync(string id, CancellationToken cancellationToken) =>
        _queue.WriteAsync(writer => writer.TryAdd(new Document(new DocumentKey("run", id), "", new byte[1]), now: 0), cancellationToken).AsTask();

    private int CountStored()
    {
        using DocumentConnection reader = new(_file.OpenReader());
        return reader.List(new DocumentQuery("run", null, Ascending: true, 100), now: 0).Count;
    }
}
