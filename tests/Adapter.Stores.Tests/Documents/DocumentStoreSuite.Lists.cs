using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Documents;

public abstract partial class DocumentStoreSuite
{
    [Fact]
    public async Task List_PagesOfAParent_AreInOrderAndComplete()
    {
        foreach (int i in Enumerable.Range(0, 7))
            await AddAsync(Run(i), parent: i == 3 ? "other" : "thread_1");
        await AddAsync(new DocumentKey("steps", "run_1"));

        IReadOnlyList<StoredDocument> first = await _store.ListAsync(new DocumentQuery("run", "thread_1", false, 4), Cancelled);
        IReadOnlyList<StoredDocument> rest = await _store.ListAsync(
            new DocumentQuery("run", "thread_1", false, 4, first[^1].Sequence), Cancelled);

        Assert.Equal(["run_6", "run_5", "run_4", "run_2"], Ids(first));
        Assert.Equal(["run_1", "run_0"], Ids(rest));
        Assert.Equal(["run_0", "run_1", "run_2", "run_4", "run_5", "run_6"], await ListAsync("thread_1"));
    }

    [Fact]
    public async Task List_ParentNull_HasTheKindOfAnyParent()
    {
        await AddAsync(Run(1), parent: "thread_1");
        await AddAsync(Run(2), parent: "");
        await AddAsync(new DocumentKey("steps", "run_1"));

        Assert.Equal(["run_1", "run_2"], await ListAsync(null));
        Assert.Equal(["run_2"], await ListAsync(""));
        Assert.Empty(await ListAsync("thread_2"));
    }

    [Fact]
    public async Task List_NothingAskedFor_IsEmpty()
    {
        await AddAsync(Run(1));
        Assert.Empty(await _store.ListAsync(new DocumentQuery("run", null, true, 0), Cancelled));
        Assert.Empty(await _store.ListAsync(new DocumentQuery("run", null, true, -1), Cancelled));
        Assert.Empty(await _store.ListAsync(new DocumentQuery("run", null, true, 9, long.MaxValue), Cancelled));
        Assert.Empty(await _store.ListAsync(new DocumentQuery("run", null, false, 9, long.MinValue), Cancelled));
    }

    [Fact]
    public async Task List_ReplacedDocument_KeepsItsPlace()
    {
        StoredDocument first = await AddAsync(Run(1));
        await AddAsync(Run(2));
        await _store.TryReplaceAsync(Make(Run(1), "new"), first.Tag, Cancelled);

        Assert.Equal(["run_1", "run_2"], await ListAsync("thread_1"));
    }

    [Fact]
    public async Task List_AfterADeletedDocument_GoesOnWhereItStood()
    {
        foreach (int i in Enumerable.Range(1, 3))
            await AddAsync(Run(i));
        long middle = (await _store.GetAsync(Run(2), Cancelled))!.Sequence;
        await _store.TryDeleteAsync(Run(2), cancellationToken: Cancelled);

        Assert.Equal(["run_3"], Ids(await _store.ListAsync(new DocumentQuery("run", "thread_1", true, 9, middle), Cancelled)));
        Assert.Equal(["run_1"], Ids(await _store.ListAsync(new DocumentQuery("run", "thread_1", false, 9, middle), Cancelled)));
    }

    [Fact]
    public async Task Sequence_AfterDeletes_IsNeverReused()
    {
        List<long> seen = [];
        for (int round = 0; round < 5; round++)
        {
            seen.Add((await AddAsync(Key)).Sequence);
            await _store.TryDeleteAsync(Key, cancellationToken: Cancelled);
        }
        Assert.Equal(seen.Order().Distinct(), seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_PagedWhileOthersWrite_ShowsWhatStaysExactlyOnce(bool ascending)
    {
        const int Count = 120;
        foreach (int i in Enumerable.Range(0, Count))
            await AddAsync(Run(i));
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        // The even ones stay; the odd ones go and others come and go, before and behind the reader.
        Task writer = Task.Run(
            async () =>
            {
                for (int i = 0; !done.IsCancellationRequested; i++)
                {
                    await _store.TryDeleteAsync(Run((i * 2 % Count) + 1), cancellationToken: Cancelled);
                    await _store.TryAddAsync(Make(new DocumentKey("run", $"new_{i % 10}")), Cancelled);
                    await _store.TryDeleteAsync(new DocumentKey("run", $"new_{(i + 5) % 10}"), cancellationToken: Cancelled);
                }
            },
            Cancelled);

        List<StoredDocument> seen = [];
        while (true)
        {
            long? after = seen.Count == 0 ? null : seen[^1].Sequence;
            IReadOnlyList<StoredDocument> page = await _store.ListAsync(
                new DocumentQuery("run", "thread_1", ascending, 7, after), Cancelled);
            seen.AddRange(page);
            // Upwards the writer could be followed for ever.
            if (page.Count == 0 || seen.Count > Count)
                break;
        }
        await done.CancelAsync();
        await writer;

        long[] sequences = [.. seen.Select(d => d.Sequence)];
        Assert.Equal((ascending ? sequences.Order() : sequences.OrderDescending()).Distinct(), sequences);
        IEnumerable<string> staying = Enumerable.Range(0, Count / 2).Select(i => $"run_{i * 2}");
        Assert.Equal(ascending ? staying : staying.Reverse(), Ids(seen).Where(staying.ToHashSet().Contains));
    }

    private static string[] Ids(IReadOnlyList<StoredDocument> page) => [.. page.Select(d => d.Document.Key.Id)];

    private async Task<string[]> ListAsync(string? parent) =>
        Ids(await _store.ListAsync(new DocumentQuery("run", parent, true, 100), Cancelled));
}
