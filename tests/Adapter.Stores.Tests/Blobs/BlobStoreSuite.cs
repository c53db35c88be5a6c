using System.Text;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Harness;

namespace AgentsMigration.Adapter.Stores.Tests.Blobs;

/// <summary>What every blob store does alike.</summary>
public abstract class BlobStoreSuite(IBlobStore store)
{
    private const string Id = "file-1";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(81_920)]
    [InlineData(10_000_000)]
    public async Task Put_AnyBytes_ComeBackExactly(int size)
    {
        byte[] bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        using MemoryStream content = new(bytes);

        Assert.Equal(size, await store.PutAsync(Id, content, Cancelled));
        byte[] stored = await ReadAsync(Id);
        Assert.True(bytes.AsSpan().SequenceEqual(stored));
    }

    [Fact]
    public async Task Put_StreamInSmallPieces_StoresAllOfThem()
    {
        using TricklingStream content = new(Pattern.Bytes(17), failAfter: null);
        await store.PutAsync(Id, content, Cancelled);
        Assert.Equal(Pattern.Bytes(17), await ReadAsync(Id));
    }

    [Fact]
    public async Task Open_Unknown_IsNull() => Assert.Null(await store.OpenAsync(Id, Cancelled));

    [Fact]
    public async Task Put_Again_Replaces()
    {
        await PutAsync(Id, "the first and longer one");
        await PutAsync(Id, "second");
        Assert.Equal("second", await ReadTextAsync(Id));
    }

    [Fact]
    public async Task Put_IdsThatDifferInCase_AreDifferent()
    {
        await PutAsync("file-a", "small");
        await PutAsync("file-A", "large");
        Assert.Equal("small", await ReadTextAsync("file-a"));
        Assert.Equal("large", await ReadTextAsync("file-A"));
    }

    [Fact]
    public async Task Open_ThenReplacedAndDeleted_ReadsTheOldBytesToTheirEnd()
    {
        await PutAsync(Id, "old");
        using Stream old = (await store.OpenAsync(Id, Cancelled))!;
        await PutAsync(Id, "new");
        using Stream replaced = (await store.OpenAsync(Id, Cancelled))!;
        await store.DeleteAsync(Id, Cancelled);

        Assert.Equal("old", await ReadTextAsync(old));
        Assert.Equal("new", await ReadTextAsync(replaced));
    }

    [Fact]
    public async Task Delete_Stored_IsTrueOnce()
    {
        await PutAsync(Id, "x");
        Assert.True(await store.DeleteAsync(Id, Cancelled));
        Assert.False(await store.DeleteAsync(Id, Cancelled));
        Assert.Null(await store.OpenAsync(Id, Cancelled));
    }

    [Fact]
    public async Task Delete_ManyAtOnce_OneWins()
    {
        for (int run = 0; run < 100; run++)
        {
            await PutAsync(Id, "x");
            Assert.Single(await Race.RunAsync(async _ => await store.DeleteAsync(Id, Cancelled)), deleted => deleted);
        }
    }

    [Fact]
    public async Task Put_ManyAtOnce_LeavesOneOfThemWhole()
    {
        await Race.RunAsync(async i =>
        {
            using MemoryStream content = new(Pattern.Bytes(i));
            await store.PutAsync(Id, content, Cancelled);
            return true;
        });
        byte[] left = await ReadAsync(Id);
        Assert.Contains(Enumerable.Range(0, Race.Racers), i => left.AsSpan().SequenceEqual(Pattern.Bytes(i)));
    }

    [Fact]
    public async Task Put_StillComing_IsNotSeen()
    {
        TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using StalledStream content = new(stalled.SetResult);
        Task<long> put = store.PutAsync(Id, content, Cancelled);
        await stalled.Task;
        Assert.Null(await store.OpenAsync(Id, Cancelled));

        content.Release();
        Assert.Equal(await put, (await ReadAsync(Id)).Length);
    }

    [Fact]
    public async Task Put_StreamThatFails_KeepsWhatWasThere()
    {
        await PutAsync(Id, "old");
        using TricklingStream content = new(Pattern.Bytes(17), failAfter: 3);
        await Assert.ThrowsAsync<InvalidDataException>(() => store.PutAsync(Id, content, Cancelled));
        Assert.Equal("old", await ReadTextAsync(Id));
    }

    [Fact]
    public async Task Put_CancelledHalfway_KeepsWhatWasThere()
    {
        await PutAsync(Id, "old");
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using StalledStream content = new(cancel.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.PutAsync(Id, content, cancel.Token));
        Assert.Equal("old", await ReadTextAsync(Id));
    }

    [Fact]
    public async Task AnyCall_Cancelled_ThrowsAndChangesNothing()
    {
        CancellationToken cancelled = new(canceled: true);
        await PutAsync(Id, "old");
        using MemoryStream content = new(new byte[3]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.PutAsync(Id, content, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.OpenAsync(Id, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.DeleteAsync(Id, cancelled));

        Assert.Equal("old", await ReadTextAsync(Id));
    }

    private async Task PutAsync(string id, string text)
    {
        using MemoryStream content = new(Encoding.UTF8.GetBytes(text));
        await store.PutAsync(id, content, Cancelled);
    }

    private async Task<byte[]> ReadAsync(string id)
    {
        using Stream stream = (await store.OpenAsync(id, Cancelled))!;
        using MemoryStream copy = new();
        await stream.CopyToAsync(copy, Cancelled);
        return copy.ToArray();
    }

    private async Task<string> ReadTextAsync(string id) => Encoding.UTF8.GetString(await ReadAsync(id));

    private static async Task<string> ReadTextAsync(Stream stream)
    {
        using StreamReader reader = new(stream);
        return await reader.ReadToEndAsync(Cancelled);
    }
}
