using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Documents;

public abstract partial class DocumentStoreSuite
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Get_Expired_IsGoneToTheTick()
    {
        await AddAsync(Key, lasts: TwoMinutes);
        Time.Advance(TwoMinutes - TimeSpan.FromTicks(1));
        Assert.NotNull(await _store.GetAsync(Key, Cancelled));

        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await _store.GetAsync(Key, Cancelled));
    }

    [Fact]
    public async Task Get_ExpiryOfAnotherTimeZone_IsTheSameInstant()
    {
        DateTimeOffset expiry = (Time.GetUtcNow() + TwoMinutes).ToOffset(TimeSpan.FromHours(-8));
        await _store.TryAddAsync(Make(Key) with { ExpiresAt = expiry }, Cancelled);

        Assert.Equal(expiry, (await _store.GetAsync(Key, Cancelled))!.Document.ExpiresAt);
        Time.Advance(TwoMinutes);
        Assert.Null(await _store.GetAsync(Key, Cancelled));
    }

    [Fact]
    public async Task TryAdd_Expired_BeginsANewLife()
    {
        StoredDocument before = await AddAsync(Key, "old", "thread_1", TwoMinutes);
        await AddAsync(Run(2));
        Time.Advance(TwoMinutes);

        StoredDocument after = await AddAsync(Key, "new", "thread_2");

        Assert.True(after.Sequence > before.Sequence);
        Assert.Equal("new", Text(after));
        Assert.Equal(["run_2"], await ListAsync("thread_1"));
        Assert.Equal(["run_1"], await ListAsync("thread_2"));
        Assert.Equal(["run_2", "run_1"], await ListAsync(null));
        Assert.False(await _store.TryReplaceAsync(Make(Key), before.Tag, Cancelled));
    }

    [Fact]
    public async Task TryReplaceAndTryDelete_Expired_Refuse()
    {
        string tag = (await AddAsync(Key, lasts: TwoMinutes)).Tag;
        Time.Advance(TwoMinutes);

        Assert.False(await _store.TryReplaceAsync(Make(Key), tag, Cancelled));
        Assert.False(await _store.TryDeleteAsync(Key, tag, Cancelled));
        Assert.False(await _store.TryDeleteAsync(Key, cancellationToken: Cancelled));
    }

    [Fact]
    public async Task TryReplace_OtherExpiry_Counts()
    {
        string tag = (await AddAsync(Key, lasts: TwoMinutes)).Tag;
        await _store.TryReplaceAsync(Make(Key) with { ExpiresAt = Time.GetUtcNow() + (2 * TwoMinutes) }, tag, Cancelled);
        Time.Advance(TwoMinutes);
        StoredDocument? extended = await _store.GetAsync(Key, Cancelled);
        Assert.NotNull(extended);

        await _store.TryReplaceAsync(Make(Key), extended.Tag, Cancelled);
        Time.Advance(2 * TwoMinutes);
        Assert.NotNull(await _store.GetAsync(Key, Cancelled));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_ExpiredInBetween_FillsThePageWithTheRest(bool ascending)
    {
        foreach (int i in Enumerable.Range(0, 10))
            await AddAsync(Run(i), lasts: i % 3 == 0 ? TwoMinutes : null);
        Time.Advance(TwoMinutes);

        IReadOnlyList<StoredDocument> page = await _store.ListAsync(new DocumentQuery("run", "thread_1", ascending, 4), Cancelled);

        Assert.Equal(ascending ? ["run_1", "run_2", "run_4", "run_5"] : ["run_8", "run_7", "run_5", "run_4"], Ids(page));
        Assert.Equal(6, (await ListAsync(null)).Length);
    }

    [Fact]
    public async Task List_AllExpired_IsEmpty()
    {
        foreach (int i in Enumerable.Range(0, 3))
            await AddAsync(Run(i), lasts: TwoMinutes);
        Time.Advance(TwoMinutes);

        Assert.Empty(await ListAsync("thread_1"));
        Assert.Empty(await ListAsync(null));
        await AddAsync(Run(3));
        Assert.Equal(["run_3"], await ListAsync("thread_1"));
    }
}
