using AgentsMigration.Adapter.Stores.Harness;

namespace AgentsMigration.Adapter.Stores.Tests.Blobs;

public sealed class FileBlobStoreTests : BlobStoreSuite, IDisposable
{
    private readonly TempFolder _folder;
    private readonly FileBlobStore _store;

    public FileBlobStoreTests()
        : this(new TempFolder())
    {
    }

    private FileBlobStoreTests(TempFolder folder)
        : this(folder, new FileBlobStore(folder.File("files")))
    {
    }

    private FileBlobStoreTests(TempFolder folder, FileBlobStore store)
        : base(store)
    {
        _folder = folder;
        _store = store;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Files => _folder.File("files");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../state.db")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a.draft")]
    [InlineData("c:")]
    [InlineData("a\0")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("٣")]
    public async Task AnyCall_IdThatIsNone_IsRefused(string id)
    {
        using MemoryStream content = new(new byte[1]);
        await Assert.ThrowsAsync<ArgumentException>(() => _store.PutAsync(id, content, Cancelled));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.OpenAsync(id, Cancelled));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.DeleteAsync(id, Cancelled));
        Assert.Empty(Directory.GetFileSystemEntries(Files));
    }

    [Fact]
    public async Task Put_LongestId_IsStoredAndOneMoreRefused()
    {
        using MemoryStream content = new(new byte[1]);
        await _store.PutAsync(new string('Z', 128), content, Cancelled);
        Assert.NotNull(await OpenAndCloseAsync(new string('Z', 128)));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.PutAsync(new string('Z', 129), content, Cancelled));
    }

    [Fact]
    public async Task Put_Failed_LeavesNoFile()
    {
        using TricklingStream content = new(Pattern.Bytes(17), failAfter: 3);
        await Assert.ThrowsAsync<InvalidDataException>(() => _store.PutAsync("file-1", content, Cancelled));
        Assert.Empty(Directory.GetFiles(Files));
    }

    [Fact]
    public async Task New_OnTheSameFolder_HasTheFiles()
    {
        using MemoryStream content = new(new byte[5]);
        await _store.PutAsync("file-1", content, Cancelled);
        using Stream? stream = await new FileBlobStore(Files).OpenAsync("file-1", Cancelled);
        Assert.Equal(5, stream!.Length);
    }

    [Fact]
    public async Task New_WhileAnotherWrites_LeavesItsDraft()
    {
        TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using StalledStream content = new(stalled.SetResult);
        Task<long> put = _store.PutAsync("file-1", content, Cancelled);
        await stalled.Task;

        FileBlobStore second = new(Files);
        content.Release();
        await put;
        using Stream? stream = await second.OpenAsync("file-1", Cancelled);
        Assert.Equal(await put, stream!.Length);
    }

    [Fact]
    public async Task New_AfterAKillInTheMiddleOfAPut_RemovesTheDraft()
    {
        using (HarnessProcess writer = HarnessProcess.Start("stall", Files, "file-1"))
        {
            Assert.Equal("stalled", await writer.ReadLineAsync());
            await writer.KillAsync();
        }
        Assert.Single(Directory.GetFiles(Files));
        Assert.Null(await _store.OpenAsync("file-1", Cancelled));

        Assert.Null(await new FileBlobStore(Files).OpenAsync("file-1", Cancelled));
        Assert.Empty(Directory.GetFiles(Files));
    }

    [Fact]
    public async Task Kill_AtAnyMoment_LeavesNoHalfFile()
    {
        Random random = new(20);
        int acknowledged = 0;
        for (int kill = 0; kill < 10; kill++)
        {
            using HarnessProcess writer = HarnessProcess.Start("put", Files);
            for (int lines = random.Next(1, 30); lines > 0; lines--)
                acknowledged = int.Parse(await writer.ReadLineAsync());
            await writer.KillAsync();
        }

        FileBlobStore store = new(Files);
        int number = 1;
        for (; await store.OpenAsync(Pattern.BlobId(number), Cancelled) is { } stream; number++)
        {
            using MemoryStream copy = new();
            await using (stream)
                await stream.CopyToAsync(copy, Cancelled);
            Assert.True(copy.ToArray().AsSpan().SequenceEqual(Pattern.Bytes(number)), $"Blob {number} is not whole.");
        }
        Assert.InRange(number, acknowledged + 1, int.MaxValue);
        Assert.Equal(number - 1, Directory.GetFiles(Files).Length);
    }

    private async Task<long?> OpenAndCloseAsync(string id)
    {
        using Stream? stream = await _store.OpenAsync(id, Cancelled);
        return stream?.Length;
    }
}
