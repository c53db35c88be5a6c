using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Harness;

namespace AgentsMigration.Adapter.Stores.Tests.Postgres;

/// <summary>Several instances on one database.</summary>
public sealed class PostgresSharingTests : IDisposable
{
    private static readonly DocumentKey Key = new("run", "run_1");

    private readonly TestDatabase _database = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string State => $"postgres:{_database.Schema}:{_database.ConnectionString}";

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task TwoInstances_EachWrite_IsSeenByTheOtherAtOnce()
    {
        await using PostgresState one = await _database.OpenAsync();
        await using PostgresState two = await _database.OpenAsync();

        Assert.True(await one.Documents.TryAddAsync(new Document(Key, "thread_1", "1"u8.ToArray()), Cancelled));
        StoredDocument seen = (await two.Documents.GetAsync(Key, Cancelled))!;
        Assert.True(await two.Documents.TryReplaceAsync(new Document(Key, "", "2"u8.ToArray()), seen.Tag, Cancelled));
        Assert.False(await one.Documents.TryReplaceAsync(new Document(Key, "", "3"u8.ToArray()), seen.Tag, Cancelled));
        Assert.True(await one.Documents.TryDeleteAsync(Key, cancellationToken: Cancelled));
        Assert.Empty(await two.Documents.ListAsync(new DocumentQuery("run", "thread_1", true, 9), Cancelled));

        using MemoryStream content = new(new byte[7]);
        await one.Blobs.PutAsync("file-1", content, Cancelled);
        using Stream? stream = await two.Blobs.OpenAsync("file-1", Cancelled);
        Assert.Equal(7, await stream!.ReadAsync(new byte[9], Cancelled));
    }

    [Fact]
    public async Task ManyStartingOnANewDatabaseAtOnce_AllCanWrite()
    {
        bool[] added = await Race.RunAsync(async i =>
        {
            await using PostgresState state = await _database.OpenAsync();
            return await state.Documents.TryAddAsync(new Document(new DocumentKey("run", $"{i}"), "", new byte[1]), Cancelled);
        });

        Assert.All(added, Assert.True);
        Assert.Equal(1L, _database.Read("SELECT count(*) FROM {schema}.version"));
    }

    [Fact]
    public async Task TwoProcesses_RacingForClaimsAndACounter_NeverBothWin()
    {
        const int Count = 100;
        using HarnessProcess one = HarnessProcess.Start("race", State, $"{Count}");
        using HarnessProcess two = HarnessProcess.Start("race", State, $"{Count}");
        Assert.Equal("ready", await one.ReadLineAsync());
        Assert.Equal("ready", await two.ReadLineAsync());
        one.Go();
        two.Go();

        int claims = int.Parse(await one.ReadLineAsync()) + int.Parse(await two.ReadLineAsync());
        Assert.Equal((0, 0), (await one.WaitAsync(), await two.WaitAsync()));

        Assert.Equal(Count, claims);
        await using PostgresState state = await _database.OpenAsync();
        StoredDocument counter = (await state.Documents.GetAsync(Pattern.Counter, Cancelled))!;
        Assert.Equal(2 * Count, BitConverter.ToInt32(counter.Document.Content.Span));
    }

    [Fact]
    public async Task Kill_AtAnyMoment_LosesNothingAcknowledged()
    {
        Random random = new(20);
        int acknowledged = 0;
        await using PostgresState state = await _database.OpenAsync();
        for (int kill = 0; kill < 5; kill++)
        {
            using (HarnessProcess writer = HarnessProcess.Start("write", State))
            {
                for (int lines = random.Next(1, 60); lines > 0; lines--)
                    acknowledged = int.Parse(await writer.ReadLineAsync());
                await writer.KillAsync();
            }
            IReadOnlyList<StoredDocument> items = await state.Documents.ListAsync(
                new DocumentQuery("item", "parent", true, int.MaxValue), Cancelled);
            Assert.InRange(items.Count, acknowledged, int.MaxValue);
            for (int i = 0; i < items.Count; i++)
            {
                Assert.Equal(Pattern.Item(i + 1), items[i].Document.Key);
                Assert.True(items[i].Document.Content.Span.SequenceEqual(Pattern.Bytes(i + 1)));
            }
        }
    }

    [Fact]
    public async Task Put_WriterKilledInTheMiddle_LeavesNothingToRead()
    {
        using (HarnessProcess writer = HarnessProcess.Start("stall", State, "file-1"))
        {
            Assert.Equal("stalled", await writer.ReadLineAsync());
            await writer.KillAsync();
        }

        await using PostgresState state = await _database.OpenAsync();
        Assert.Null(await state.Blobs.OpenAsync("file-1", Cancelled));
        using MemoryStream content = new(new byte[3]);
        Assert.Equal(3, await state.Blobs.PutAsync("file-1", content, Cancelled));
    }
}
