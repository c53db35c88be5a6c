using AgentsMigration.Adapter.State;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Stores.Tests.Postgres;

/// <summary>What a look into the tables shows.</summary>
public sealed class PostgresStorageTests : IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private readonly ManualTimeProvider _time = new();
    private readonly PostgresState _state;

    public PostgresStorageTests() => _state = _database.Open(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _state.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Writes_Later_PurgeExpiredRows()
    {
        foreach (int i in Enumerable.Range(0, 300))
            await AddAsync($"old_{i}", _time.GetUtcNow().AddMinutes(1));
        await AddAsync("lasting", _time.GetUtcNow().AddDays(1));
        _time.Advance(TimeSpan.FromMinutes(1));

        foreach (int i in Enumerable.Range(0, 200))
            await AddAsync($"new_{i}", null);

        Assert.Equal(201L, _database.Read("SELECT count(*) FROM {schema}.documents"));
    }

    [Fact]
    public async Task Put_LargeFile_IsHeldInPiecesThatLeaveAfterItWasReplaced()
    {
        const int Length = (3 * PostgresBlobStore.PieceSize) + 1;
        await PutAsync(Length);
        Assert.Equal(4L, CountPieces());

        await PutAsync(1);
        Assert.Equal(5L, CountPieces());
        _time.Advance(TimeSpan.FromHours(1));
        await PutAsync(1);

        Assert.Equal(2L, CountPieces());
    }

    [Fact]
    public async Task Put_ThatFailed_LeavesNoPieceAfterADay()
    {
        using Blobs.TricklingStream content = new(new byte[PostgresBlobStore.PieceSize + 99], failAfter: 37_460);
        await Assert.ThrowsAsync<InvalidDataException>(() => _state.Blobs.PutAsync("file-1", content, Cancelled));
        Assert.Equal(1L, CountPieces());

        _time.Advance(TimeSpan.FromDays(1));
        await PutAsync(0);

        Assert.Equal(0L, CountPieces());
    }

    [Fact]
    public async Task Open_ReadByClientsWithoutAsync_GivesTheSameBytes()
    {
        await PutAsync(PostgresBlobStore.PieceSize + 7);
        using Stream stream = (await _state.Blobs.OpenAsync("file-1", Cancelled))!;
        using MemoryStream copy = new();
#pragma warning disable CA1849 // What is tested.
        stream.CopyTo(copy);
#pragma warning restore CA1849
        Assert.Equal(PostgresBlobStore.PieceSize + 7, copy.Length);
    }

    [Fact]
    public async Task Open_FilesDirectoryGiven_PutsFilesThere()
    {
        using TempFolder folder = new();
        await using PostgresState state = await PostgresState.OpenAsync(
            _database.ConnectionString, folder.File("shared"), new PostgresStateOptions { Schema = _database.Schema }, Cancelled);
        using MemoryStream content = new(new byte[7]);

        await state.Blobs.PutAsync("file-1", content, Cancelled);

        Assert.Single(Directory.GetFiles(folder.File("shared")));
        Assert.Equal(0L, CountPieces());
    }

    private object? CountPieces() => _database.Read("SELECT count(*) FROM {schema}.blob_chunks");

    private async Task PutAsync(int length)
    {
        using MemoryStream content = new(new byte[length]);
        await _state.Blobs.PutAsync("file-1", content, Cancelled);
    }

    private async Task AddAsync(string id, DateTimeOffset? expiry) =>
        await _state.Documents.TryAddAsync(new Document(new DocumentKey("lock", id), "", new byte[1], expiry), Cancelled);
}
