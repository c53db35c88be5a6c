using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Harness;

namespace AgentsMigration.Adapter.Stores.Tests.Sqlite;

/// <summary>Several stores on one file.</summary>
public sealed class SqliteSharingTests : IDisposable
{
    private static readonly DocumentKey Key = new("run", "run_1");

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TwoStores_EachWrite_IsSeenByTheOtherAtOnce()
    {
        using SqliteDocumentStore one = SqliteDocumentStore.Open(_folder.StateFile);
        using SqliteDocumentStore two = SqliteDocumentStore.Open(_folder.StateFile);
        Assert.Null(await two.GetAsync(Key, Cancelled));

        Assert.True(await one.TryAddAsync(new Document(Key, "thread_1", "1"u8.ToArray()), Cancelled));
        StoredDocument seen = (await two.GetAsync(Key, Cancelled))!;
        Assert.False(await two.TryAddAsync(new Document(Key, "thread_1", "2"u8.ToArray()), Cancelled));
        Assert.True(await two.TryReplaceAsync(new Document(Key, "", "2"u8.ToArray()), seen.Tag, Cancelled));
        Assert.False(await one.TryReplaceAsync(new Document(Key, "", "3"u8.ToArray()), seen.Tag, Cancelled));
        Assert.Single(await one.ListAsync(new DocumentQuery("run", "thread_1", true, 9), Cancelled));
        Assert.True(await one.TryDeleteAsync(Key, cancellationToken: Cancelled));
        Assert.Empty(await two.ListAsync(new DocumentQuery("run", "thread_1", true, 9), Cancelled));
    }

    [Fact]
    public async Task TwoStores_RacingForOneDocument_LoseNoUpdate()
    {
        const int Rounds = 20;
        using SqliteDocumentStore one = SqliteDocumentStore.Open(_folder.StateFile);
        using SqliteDocumentStore two = SqliteDocumentStore.Open(_folder.StateFile);
        await one.TryAddAsync(new Document(Key, "", "0"u8.ToArray()), Cancelled);

        await Race.RunAsync(async i =>
        {
            for (int round = 0; round < Rounds; round++)
                await Race.IncrementAsync(i % 2 == 0 ? one : two, Key);
            return true;
        });

        StoredDocument end = (await one.GetAsync(Key, Cancelled))!;
        Assert.Equal($"{Race.Racers * Rounds}", System.Text.Encoding.UTF8.GetString(end.Document.Content.Span));
    }

    [Fact]
    public async Task TwoProcesses_RacingForClaimsAndACounter_NeverBothWin()
    {
        const int Count = 300;
        using HarnessProcess one = HarnessProcess.Start("race", _folder.StateFile, $"{Count}");
        using HarnessProcess two = HarnessProcess.Start("race", _folder.StateFile, $"{Count}");
        Assert.Equal("ready", await one.ReadLineAsync());
        Assert.Equal("ready", await two.ReadLineAsync());
        one.Go();
        two.Go();

        int claims = int.Parse(await one.ReadLineAsync()) + int.Parse(await two.ReadLineAsync());
        Assert.Equal(0, await one.WaitAsync());
        Assert.Equal(0, await two.WaitAsync());

        Assert.Equal(Count, claims);
        using SqliteDocumentStore store = SqliteDocumentStore.Open(_folder.StateFile);
        StoredDocument counter = (await store.GetAsync(Pattern.Counter, Cancelled))!;
        Assert.Equal(2 * Count, BitConverter.ToInt32(counter.Document.Content.Span));
        Assert.Equal(Count, (await store.ListAsync(new DocumentQuery("claim", null, true, 1000), Cancelled)).Count);
    }

    [Fact]
    public async Task ManyOpeningANewFileAtOnce_AllCanWrite()
    {
        bool[] added = await Race.RunAsync(async i =>
        {
            using SqliteDocumentStore store = SqliteDocumentStore.Open(_folder.StateFile);
            return await store.TryAddAsync(new Document(new DocumentKey("run", $"{i}"), "", new byte[1]), Cancelled);
        });
        Assert.All(added, Assert.True);
    }
}
