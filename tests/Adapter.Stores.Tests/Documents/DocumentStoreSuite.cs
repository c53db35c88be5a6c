using System.Text;
using AgentsMigration.Adapter.State;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Stores.Tests.Documents;

/// <summary>What every document store does alike. A store passes by deriving one class.</summary>
public abstract partial class DocumentStoreSuite : IAsyncDisposable
{
    private static readonly DocumentKey Key = new("run", "run_1");

    private readonly IDocumentStore _store;

    /// <param name="open">Opens an empty store on the clock.</param>
    protected DocumentStoreSuite(Func<TimeProvider, IDocumentStore> open) => _store = open(Time);

    protected ManualTimeProvider Time { get; } = new();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> DifferentIds { get; } = new()
    {
        { "ключ-鍵-🔑", "ключ-鍵-🔒" },
        { "run_a", "run_A" },
        { "caf\u00e9", "cafe\u0301" },
        { "run", "run " },
        { "run\0", "run" },
        { "run\0a", "run\0b" },
        { "", "0" },
        { "it's \"quoted\"; --", "it''s \"quoted\"; --" },
        { "run%", "run_" },
        { "12", "012" },
    };

    public virtual async ValueTask DisposeAsync()
    {
        if (_store is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Get_Added_GivesAllOfIt()
    {
        Document document = new(Key, "thread_1", Bytes("""{"a":1}"""), Time.GetUtcNow().AddTicks(12_345_678_901));
        Assert.True(await _store.TryAddAsync(document, Cancelled));

        StoredDocument? stored = await _store.GetAsync(Key, Cancelled);

        Assert.Equal(Key, stored!.Document.Key);
        Assert.Equal("thread_1", stored.Document.Parent);
        Assert.Equal("""{"a":1}""", Text(stored));
        Assert.Equal(document.ExpiresAt, stored.Document.ExpiresAt);
    }

    [Fact]
    public async Task Get_Unknown_IsNull()
    {
        await AddAsync(Key);
        Assert.Null(await _store.GetAsync(Key with { Id = "run_2" }, Cancelled));
        Assert.Null(await _store.GetAsync(Key with { Kind = "thread" }, Cancelled));
    }

    [Fact]
    public async Task TryAdd_SecondOfAKey_RefusesAndKeepsTheFirst()
    {
        Assert.True(await _store.TryAddAsync(Make(Key, "1"), Cancelled));
        Assert.False(await _store.TryAddAsync(Make(Key, "2"), Cancelled));
        Assert.Equal("1", await ReadAsync(Key));
    }

    [Fact]
    public async Task TryReplace_CurrentTag_KeepsParentAndSequence()
    {
        StoredDocument before = await AddAsync(Key, "1", "thread_1");

        Assert.True(await _store.TryReplaceAsync(Make(Key, "2", parent: ""), before.Tag, Cancelled));

        StoredDocument after = (await _store.GetAsync(Key, Cancelled))!;
        Assert.Equal(("2", "thread_1", before.Sequence), (Text(after), after.Document.Parent, after.Sequence));
        Assert.NotEqual(before.Tag, after.Tag);
    }

    [Fact]
    public async Task TryReplace_OutdatedTag_RefusesAndKeepsTheWinner()
    {
        string tag = (await AddAsync(Key)).Tag;

        Assert.True(await _store.TryReplaceAsync(Make(Key, "1"), tag, Cancelled));
        Assert.False(await _store.TryReplaceAsync(Make(Key, "2"), tag, Cancelled));

        Assert.Equal("1", await ReadAsync(Key));
    }

    [Fact]
    public async Task TryReplace_TagOfAnEarlierLife_Refuses()
    {
        string tag = (await AddAsync(Key)).Tag;
        await _store.TryDeleteAsync(Key, cancellationToken: Cancelled);
        await AddAsync(Key, "second");

        Assert.False(await _store.TryReplaceAsync(Make(Key, "late"), tag, Cancelled));
        Assert.False(await _store.TryDeleteAsync(Key, tag, Cancelled));
        Assert.Equal("second", await ReadAsync(Key));
    }

    [Fact]
    public async Task TryReplace_TagOfAnotherDocument_Refuses()
    {
        await AddAsync(Key);
        string other = (await AddAsync(Key with { Id = "run_2" })).Tag;

        Assert.False(await _store.TryReplaceAsync(Make(Key, "wrong"), other, Cancelled));
        Assert.False(await _store.TryDeleteAsync(Key, other, Cancelled));
        Assert.Equal("{}", await ReadAsync(Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no tag")]
    [InlineData("1.x")]
    [InlineData("-1.1")]
    [InlineData("99999999999999999999.1")]
    public async Task TryReplace_NoTagOfAnyStore_Refuses(string tag)
    {
        await AddAsync(Key);
        Assert.False(await _store.TryReplaceAsync(Make(Key, "wrong"), tag, Cancelled));
        Assert.False(await _store.TryDeleteAsync(Key, tag, Cancelled));
        Assert.Equal("{}", await ReadAsync(Key));
    }

    [Fact]
    public async Task TryReplace_Unknown_Refuses()
    {
        string tag = (await AddAsync(Key)).Tag;
        await _store.TryDeleteAsync(Key, cancellationToken: Cancelled);

        Assert.False(await _store.TryReplaceAsync(Make(Key), tag, Cancelled));
        Assert.Null(await _store.GetAsync(Key, Cancelled));
    }

    [Fact]
    public async Task TryDelete_OutdatedTag_KeepsTheDocument()
    {
        string outdated = (await AddAsync(Key)).Tag;
        await _store.TryReplaceAsync(Make(Key), outdated, Cancelled);
        string current = (await _store.GetAsync(Key, Cancelled))!.Tag;

        Assert.False(await _store.TryDeleteAsync(Key, outdated, Cancelled));
        Assert.NotNull(await _store.GetAsync(Key, Cancelled));
        Assert.True(await _store.TryDeleteAsync(Key, current, Cancelled));
        Assert.Null(await _store.GetAsync(Key, Cancelled));
    }

    [Fact]
    public async Task TryDelete_Twice_IsFalseTheSecondTime()
    {
        await AddAsync(Key);
        Assert.True(await _store.TryDeleteAsync(Key, cancellationToken: Cancelled));
        Assert.False(await _store.TryDeleteAsync(Key, cancellationToken: Cancelled));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(8_000_000)]
    public async Task Content_OfAnySize_ComesBackExactly(int size)
    {
        byte[] content = new byte[size + 2];
        new Random(size).NextBytes(content);
        ReadOnlyMemory<byte> slice = content.AsMemory(1, size);
        await _store.TryAddAsync(new Document(Key, "", slice), Cancelled);
        StoredDocument added = (await _store.GetAsync(Key, Cancelled))!;
        Assert.True(slice.Span.SequenceEqual(added.Document.Content.Span));

        byte[] changed = [.. slice.Span, 0, 255];
        await _store.TryReplaceAsync(new Document(Key, "", changed), added.Tag, Cancelled);
        StoredDocument replaced = (await _store.GetAsync(Key, Cancelled))!;
        Assert.True(replaced.Document.Content.Span.SequenceEqual(changed));
    }

    [Theory]
    [MemberData(nameof(DifferentIds))]
    public async Task Key_IdsThatLookAlike_AreDifferent(string id, string other)
    {
        await AddAsync(new DocumentKey("run", id), "first", parent: id);
        await AddAsync(new DocumentKey("run", other), "second", parent: other);

        Assert.Equal("first", await ReadAsync(new DocumentKey("run", id)));
        Assert.Equal("second", await ReadAsync(new DocumentKey("run", other)));
        StoredDocument listed = Assert.Single(await _store.ListAsync(new DocumentQuery("run", id, true, 10), Cancelled));
        Assert.Equal((id, id), (listed.Document.Key.Id, listed.Document.Parent));
    }

    [Fact]
    public async Task AnyCall_Cancelled_ThrowsAndChangesNothing()
    {
        CancellationToken cancelled = new(canceled: true);
        StoredDocument stored = await AddAsync(Key);
        DocumentKey other = new("run", "run_2");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.GetAsync(Key, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.TryAddAsync(Make(other), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _store.TryReplaceAsync(Make(Key, "changed"), stored.Tag, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.TryDeleteAsync(Key, null, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _store.ListAsync(new DocumentQuery("run", null, true, 10), cancelled));

        Assert.Equal("{}", await ReadAsync(Key));
        Assert.Null(await _store.GetAsync(other, Cancelled));
    }

    private static Document Make(DocumentKey key, string content = "{}", string parent = "thread_1") =>
        new(key, parent, Bytes(content));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(StoredDocument stored) => Encoding.UTF8.GetString(stored.Document.Content.Span);

    private static DocumentKey Run(int number) => new("run", $"run_{number}");

    private async Task<StoredDocument> AddAsync(
        DocumentKey key, string content = "{}", string parent = "thread_1", TimeSpan? lasts = null)
    {
        Document document = Make(key, content, parent) with { ExpiresAt = lasts is { } time ? Time.GetUtcNow() + time : null };
        Assert.True(await _store.TryAddAsync(document, Cancelled));
        return (await _store.GetAsync(key, Cancelled))!;
    }

    private async Task<string?> ReadAsync(DocumentKey key) =>
        await _store.GetAsync(key, Cancelled) is { } stored ? Text(stored) : null;
}
