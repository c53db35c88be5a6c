using AgentsMigration.Adapter.State;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.State;

public sealed class InMemoryDocumentStoreTests
{
    private static readonly DocumentKey Key = new("run", "run_1");

    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryDocumentStore _store;

    public InMemoryDocumentStoreTests() => _store = new InMemoryDocumentStore(_time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TryAdd_SecondOfAKey_Refuses()
    {
        Assert.True(await _store.TryAddAsync(Make(Key), Token));
        Assert.False(await _store.TryAddAsync(Make(Key), Token));
    }

    [Fact]
    public async Task TryReplace_OutdatedTag_RefusesAndKeepsTheWinner()
    {
        await _store.TryAddAsync(Make(Key), Token);
        string tag = (await _store.GetAsync(Key, Token))!.Tag;

        Assert.True(await _store.TryReplaceAsync(Make(Key, "1"), tag, Token));
        Assert.False(await _store.TryReplaceAsync(Make(Key, "2"), tag, Token));

        Assert.Equal("1"u8.ToArray(), (await _store.GetAsync(Key, Token))!.Document.Content.ToArray());
    }

    [Fact]
    public async Task TryDelete_OutdatedTag_KeepsTheDocument()
    {
        await _store.TryAddAsync(Make(Key), Token);
        string tag = (await _store.GetAsync(Key, Token))!.Tag;
        await _store.TryReplaceAsync(Make(Key), tag, Token);

        Assert.False(await _store.TryDeleteAsync(Key, tag, Token));
        Assert.NotNull(await _store.GetAsync(Key, Token));
        Assert.True(await _store.TryDeleteAsync(Key, cancellationToken: Token));
        Assert.Null(await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task Get_Expired_IsGoneAndFreeAgain()
    {
        await _store.TryAddAsync(Make(Key) with { ExpiresAt = _time.GetUtcNow().AddMinutes(2) }, Token);
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Null(await _store.GetAsync(Key, Token));
        Assert.True(await _store.TryAddAsync(Make(Key), Token));
    }

    [Fact]
    public async Task List_PagesOfAParent_AreInOrderAndComplete()
    {
        foreach (int i in Enumerable.Range(0, 7))
            await _store.TryAddAsync(Make(new DocumentKey("run", $"run_{i}"), parent: i == 3 ? "other" : "thread_1"), Token);

        IReadOnlyList<StoredDocument> first = await _store.ListAsync(new DocumentQuery("run", "thread_1", false, 4), Token);
        IReadOnlyList<StoredDocument> rest = await _store.ListAsync(
            new DocumentQuery("run", "thread_1", false, 4, first[^1].Sequence), Token);
        IReadOnlyList<StoredDocument> all = await _store.ListAsync(new DocumentQuery("run", null, true, 100), Token);

        Assert.Equal(["run_6", "run_5", "run_4", "run_2"], first.Select(d => d.Document.Key.Id));
        Assert.Equal(["run_1", "run_0"], rest.Select(d => d.Document.Key.Id));
        Assert.Equal(7, all.Count);
    }

    private static Document Make(DocumentKey key, string content = "{}", string parent = "thread_1") =>
        new(key, parent, System.Text.Encoding.UTF8.GetBytes(content));
}
