using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests;

public sealed class SqliteStateTests : IDisposable
{
    private static readonly DocumentKey Key = new("run", "run_1");

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_Again_HasDocumentsAndFiles()
    {
        await using (SqliteState state = SqliteState.Open(_folder.StateFile))
        {
            using MemoryStream content = new(new byte[7]);
            await state.Documents.TryAddAsync(new Document(Key, "", new byte[1]), Cancelled);
            await state.Blobs.PutAsync("file-1", content, Cancelled);
        }

        using SqliteState again = SqliteState.Open(_folder.StateFile);
        Assert.NotNull(await again.Documents.GetAsync(Key, Cancelled));
        using Stream? stored = await again.Blobs.OpenAsync("file-1", Cancelled);
        Assert.Equal(7, stored!.Length);
    }

    [Fact]
    public async Task Open_FilesDirectoryGiven_PutsFilesThere()
    {
        using SqliteState state = SqliteState.Open(_folder.StateFile, _folder.File("elsewhere"));
        using MemoryStream content = new(new byte[7]);
        await state.Blobs.PutAsync("file-1", content, Cancelled);
        Assert.Single(Directory.GetFiles(_folder.File("elsewhere")));
    }
}
