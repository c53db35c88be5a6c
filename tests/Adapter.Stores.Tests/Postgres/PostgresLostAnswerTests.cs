using System.Data.Common;
using System.Globalization;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Postgres;

/// <summary>The server has done what was asked, and its answer is lost: it is asked again, and says what it did.</summary>
public sealed class PostgresLostAnswerTests : IAsyncDisposable
{
    private static readonly DocumentKey Key = new("run", "run_1");

    private readonly TestDatabase _database = new();
    private readonly AnswerDroppingProxy _proxy;
    private readonly PostgresState _state;

    public PostgresLostAnswerTests()
    {
        DbConnectionStringBuilder server = new() { ConnectionString = _database.ConnectionString };
        _proxy = new AnswerDroppingProxy(Convert.ToInt32(server["Port"], CultureInfo.InvariantCulture));
        _state = Task.Run(() => _database.OpenAsync(connectionString: _database.With("Port", _proxy.Port))).GetAwaiter().GetResult();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _state.DisposeAsync();
        _proxy.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task TryAdd_AnswerLost_IsTrueAndDoneOnce()
    {
        await WarmUpAsync();
        _proxy.DropNextAnswer();

        Assert.True(await _state.Documents.TryAddAsync(Make(1), Cancelled));

        Assert.Equal(1, _proxy.Dropped);
        Assert.False(await _state.Documents.TryAddAsync(Make(2), Cancelled));
        Assert.Equal(1, await ReadAsync());
    }

    [Fact]
    public async Task TryAddTogether_AnswerLost_SaysHowTheyAreStored()
    {
        Document other = new(new DocumentKey("lock", "thread_1"), "", new byte[] { 2 });
        await WarmUpAsync();
        _proxy.DropNextAnswer();

        IReadOnlyList<StoredDocument>? added = await _state.Documents.TryAddTogetherAsync([other, Make(1)], Cancelled);

        Assert.Equal(1, _proxy.Dropped);
        Assert.Equal((await _state.Documents.GetAsync(Key, Cancelled))!.Tag, added?[1].Tag);
        Assert.Null(await _state.Documents.TryAddTogetherAsync([other, Make(1)], Cancelled));
    }

    [Fact]
    public async Task TryReplace_AnswerLost_IsTrueAndDoneOnce()
    {
        string tag = await AddAsync();
        _proxy.DropNextAnswer();

        Assert.True(await _state.Documents.TryReplaceAsync(Make(2), tag, Cancelled));

        Assert.Equal(1, _proxy.Dropped);
        Assert.False(await _state.Documents.TryReplaceAsync(Make(3), tag, Cancelled));
        Assert.Equal(2, await ReadAsync());
    }

    [Fact]
    public async Task TryReplace_AnswerLostOfOneThatWasRefused_IsFalse()
    {
        string tag = await AddAsync();
        await _state.Documents.TryReplaceAsync(Make(2), tag, Cancelled);
        _proxy.DropNextAnswer();

        Assert.False(await _state.Documents.TryReplaceAsync(Make(3), tag, Cancelled));

        Assert.Equal(2, await ReadAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryDelete_AnswerLost_IsTrue(bool withTag)
    {
        string tag = await AddAsync();
        _proxy.DropNextAnswer();

        Assert.True(await _state.Documents.TryDeleteAsync(Key, withTag ? tag : null, Cancelled));

        Assert.Equal(1, _proxy.Dropped);
        Assert.Null(await _state.Documents.GetAsync(Key, Cancelled));
    }

    [Fact]
    public async Task TryDelete_AnswerLostOfOneThatWasRefused_IsFalse()
    {
        string tag = await AddAsync();
        await _state.Documents.TryReplaceAsync(Make(2), tag, Cancelled);
        _proxy.DropNextAnswer();

        Assert.False(await _state.Documents.TryDeleteAsync(Key, tag, Cancelled));

        Assert.Equal(2, await ReadAsync());
    }

    [Fact]
    public async Task PutAndOpen_AnswersLost_GiveTheBytesOnce()
    {
        await WarmUpAsync();
        using MemoryStream content = new(new byte[PostgresBlobStore.PieceSize + 5]);
        _proxy.DropNextAnswer();
        await _state.Blobs.PutAsync("file-1", content, Cancelled);
        _proxy.DropNextAnswer();
        using Stream stream = (await _state.Blobs.OpenAsync("file-1", Cancelled))!;
        _proxy.DropNextAnswer();
        using MemoryStream copy = new();
        await stream.CopyToAsync(copy, Cancelled);

        Assert.Equal((PostgresBlobStore.PieceSize + 5, 3), (copy.Length, _proxy.Dropped));
    }

    private static Document Make(byte value) => new(Key, "", new[] { value });

    /// <summary>With the connection open, the next answer is that of the statement, not of the sign-in; the purge is over too.</summary>
    private async Task WarmUpAsync()
    {
        await _state.Documents.TryDeleteAsync(Key, cancellationToken: Cancelled);
        await _state.Documents.GetAsync(Key, Cancelled);
    }

    private async Task<string> AddAsync()
    {
        await _state.Documents.TryAddAsync(Make(1), Cancelled);
        return (await _state.Documents.GetAsync(Key, Cancelled))!.Tag;
    }

    private async Task<int> ReadAsync() => (await _state.Documents.GetAsync(Key, Cancelled))!.Document.Content.Span[0];
}
