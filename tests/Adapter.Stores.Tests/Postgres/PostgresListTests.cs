using System.Collections.Concurrent;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Tests.Postgres;

/// <summary>Numbers are drawn in one order and committed in another.</summary>
public sealed class PostgresListTests : IAsyncDisposable
{
    private const int WritesEach = 25;

    private readonly TestDatabase _database = new();
    private readonly PostgresState _state;

    public PostgresListTests() => _state = _database.Open();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _state.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData("thread_1")]
    [InlineData(null)]
    public async Task List_FollowedUpwardsWhileManyAdd_SkipsAndRepeatsNothing(string? parent)
    {
        DelayCommits();
        await using PostgresState other = await _database.OpenAsync();
        ConcurrentDictionary<string, bool> written = [];
        Task<bool[]> writers = Race.RunAsync(async i =>
        {
            for (int n = 0; n < WritesEach; n++)
            {
                string id = $"run_{i}_{n}";
                Document document = new(new DocumentKey("run", id), parent ?? $"thread_{n % 3}", new byte[1]);
                written[id] = await (i % 2 == 0 ? _state : other).Documents.TryAddAsync(document, Cancelled);
            }
            return true;
        });

        List<StoredDocument> seen = [];
        IReadOnlyList<StoredDocument> page;
        bool isLast;
        do
        {
            isLast = writers.IsCompleted;
            page = await _state.Documents.ListAsync(new DocumentQuery("run", parent, true, 10, seen.LastOrDefault()?.Sequence), Cancelled);
            seen.AddRange(page);
        }
        while (!isLast || page.Count > 0);
        await writers;

        Assert.Equal(Race.Racers * WritesEach, written.Count);
        Assert.Equal(written.Keys.Order(), seen.Select(d => d.Document.Key.Id).Order());
        Assert.Equal(seen.Select(d => d.Sequence).Order().Distinct(), seen.Select(d => d.Sequence));
    }

    [Fact]
    public async Task List_UpwardsOfAnotherParent_DoesNotWait()
    {
        DelayCommits(seconds: 5);
        Task<bool> writer = _state.Documents.TryAddAsync(
            new Document(new DocumentKey("run", "run_1"), "thread_1", new byte[1]), Cancelled).AsTask();
        while (_database.Read("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted") is 0L)
            await Task.Yield();

        Assert.Empty(await _state.Documents.ListAsync(new DocumentQuery("run", "thread_2", true, 10), Cancelled));
        Assert.Empty(await _state.Documents.ListAsync(new DocumentQuery("run", "thread_1", false, 10), Cancelled));
        Assert.False(writer.IsCompleted);
        _database.Read("SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE query LIKE '%{schema}%' AND pid <> pg_backend_pid()");
        await Assert.ThrowsAsync<StateDatabaseException>(() => writer);
    }

    [Fact]
    public void Statements_AmongManyDocuments_SearchAnIndex()
    {
        _database.Read("""
            INSERT INTO {schema}.documents SELECT 'run', 'run_' || n, 'thread_' || n / 20, n, 1, gen_random_uuid(), n, ''
            FROM generate_series(1, 20000) n
            """);
        _database.Read("ANALYZE {schema}.documents");

        AssertPlan("documents_pkey", "id = 'run_7'");
        AssertPlan("documents_by_parent", "parent = 'thread_7' AND sequence > 0 ORDER BY sequence LIMIT 20");
        AssertPlan("documents_by_parent", "parent = 'thread_7' AND sequence < 1000 ORDER BY sequence DESC LIMIT 20");
        AssertPlan("documents_by_kind", "sequence > 300 ORDER BY sequence LIMIT 20");
        AssertPlan("documents_by_kind", "sequence < 300 ORDER BY sequence DESC LIMIT 20");
        AssertPlan("documents_by_expiry", "expires_at <= 500 ORDER BY expires_at LIMIT 256");
    }

    private void AssertPlan(string index, string condition)
    {
        string plan = (string)_database.Read($"EXPLAIN (FORMAT JSON) SELECT id FROM {{schema}}.documents WHERE kind = 'run' AND {condition}")!;
        Assert.Contains($"\"{index}\"", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Sort\"", plan, StringComparison.Ordinal);
    }

    /// <summary>Each insert stays open for a while after it has drawn its number.</summary>
    private void DelayCommits(int seconds = 0) => _database.Read($$"""
        CREATE FUNCTION {schema}.delay() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN PERFORM pg_sleep({{(seconds == 0 ? "random() * 0.01" : $"{seconds}")}}); RETURN NULL; END $$;
        CREATE TRIGGER delay AFTER INSERT ON {schema}.documents FOR EACH ROW EXECUTE FUNCTION {schema}.delay();
        """);
}
