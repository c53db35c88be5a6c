using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Documents;

public abstract partial class DocumentStoreSuite
{
    private static readonly DocumentKey Lock = new("lock", "thread_1");

    [Fact]
    public async Task TryAddTogether_AllNew_SaysHowTheyAreStored()
    {
        Document document = Make(Key, "1", "thread_1") with { ExpiresAt = Time.GetUtcNow() + TwoMinutes };

        IReadOnlyList<StoredDocument> added = (await _store.TryAddTogetherAsync([Make(Lock, "2", ""), document], Cancelled))!;

        StoredDocument run = (await _store.GetAsync(Key, Cancelled))!;
        Assert.Equal([Lock, Key], added.Select(stored => stored.Document.Key));
        Assert.Equal((run.Tag, run.Sequence, "1"), (added[1].Tag, added[1].Sequence, Text(run)));
        Assert.Equal((document.Parent, document.ExpiresAt), (run.Document.Parent, run.Document.ExpiresAt));
        Assert.True(added[0].Sequence < added[1].Sequence);
        Assert.Equal(["run_1"], await ListAsync("thread_1"));
        Assert.True(await _store.TryReplaceAsync(Make(Lock, "3"), added[0].Tag, Cancelled));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task TryAddTogether_OneIsThere_AddsNone(int there)
    {
        Document[] both = [Make(Lock), Make(Key)];
        await _store.TryAddAsync(both[there] with { Content = Bytes("first") }, Cancelled);

        Assert.Null(await _store.TryAddTogetherAsync(both, Cancelled));

        Assert.Equal("first", await ReadAsync(both[there].Key));
        Assert.Null(await _store.GetAsync(both[1 - there].Key, Cancelled));
    }

    [Fact]
    public async Task TryAddTogether_OneKeyTwice_AddsNone()
    {
        Assert.Null(await _store.TryAddTogetherAsync([Make(Key, "1"), Make(Key, "2")], Cancelled));
        Assert.Null(await _store.GetAsync(Key, Cancelled));
    }

    [Fact]
    public async Task TryAddTogether_ExpiredOneIsThere_TakesItsPlace()
    {
        StoredDocument before = await AddAsync(Lock, lasts: TwoMinutes);
        Time.Advance(TwoMinutes);

        IReadOnlyList<StoredDocument> added = (await _store.TryAddTogetherAsync([Make(Lock, "new"), Make(Key)], Cancelled))!;

        Assert.True(added[0].Sequence > before.Sequence);
        Assert.Equal("new", await ReadAsync(Lock));
        Assert.False(await _store.TryReplaceAsync(Make(Lock), before.Tag, Cancelled));
    }

    [Fact]
    public async Task TryAddTogether_ManyWithOneKeyInCommon_OneAddsAndTheOthersNothing()
    {
        for (int round = 0; round < 20; round++)
        {
            DocumentKey common = new("lock", $"thread_{round}");

            bool[] won = await Race.RunAsync(async i =>
                await _store.TryAddTogetherAsync([Make(common, $"{i}"), Make(Run(i), parent: common.Id)], Cancelled) is not null);

            int winner = Array.FindIndex(won, w => w);
            Assert.Single(won, w => w);
            Assert.Equal($"{winner}", await ReadAsync(common));
            Assert.Equal([$"run_{winner}"], await ListAsync(common.Id));
            await _store.TryDeleteAsync(Run(winner), null, Cancelled);
        }
    }

    [Fact]
    public async Task TryAddTogether_Cancelled_ThrowsAndAddsNone()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _store.TryAddTogetherAsync([Make(Lock), Make(Key)], new CancellationToken(canceled: true)));

        Assert.Null(await _store.GetAsync(Key, Cancelled));
    }
}
