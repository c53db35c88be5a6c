using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Sqlite;
using AgentsMigration.TestSupport;
using Microsoft.Data.Sqlite;

namespace AgentsMigration.Adapter.Stores.Tests.Sqlite;

/// <summary>What a look into the file shows.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Writes_Later_PurgeExpiredRows()
    {
        using SqliteDocumentStore store = Open();
        foreach (int i in Enumerable.Range(0, 300))
            await store.TryAddAsync(Make($"old_{i}", _time.GetUtcNow().AddMinutes(1)), Cancelled);
        await store.TryAddAsync(Make("lasting", _time.GetUtcNow().AddDays(1)), Cancelled);
        _time.Advance(TimeSpan.FromMinutes(1));

        foreach (int i in Enumerable.Range(0, 200))
            await store.TryAddAsync(Make($"new_{i}", null), Cancelled);

        Assert.Equal(["201"], Query("SELECT COUNT(*) FROM documents"));
        Assert.NotNull(await store.GetAsync(new DocumentKey("lock", "lasting"), Cancelled));
    }

    public static TheoryData<string, string> Plans { get; } = new()
    {
        { DocumentSql.Find, "documents_by_id (kind=? AND id=?)" },
        { DocumentSql.Replace, "INTEGER PRIMARY KEY (rowid=?)" },
        { DocumentSql.Delete, "documents_by_id (kind=? AND id=?)" },
        { DocumentSql.RemoveExpired, "documents_by_id (kind=? AND id=?)" },
        { DocumentSql.Purge, "documents_by_expiry (expires_at<?)" },
        { DocumentSql.List(ofParent: true, ascending: true), "documents_by_parent (kind=? AND parent=? AND sequence>?)" },
        { DocumentSql.List(ofParent: true, ascending: false), "documents_by_parent (kind=? AND parent=? AND sequence<?)" },
        { DocumentSql.List(ofParent: false, ascending: true), "documents_by_kind (kind=? AND sequence>?)" },
        { DocumentSql.List(ofParent: false, ascending: false), "documents_by_kind (kind=? AND sequence<?)" },
    };

    /// <summary>No statement takes longer because there are more documents.</summary>
    [Theory]
    [MemberData(nameof(Plans))]
    public void Statement_Planned_SearchesAnIndexAndSortsNothing(string sql, string index)
    {
        using SqliteDocumentStore store = Open();
        string plan = string.Join('\n', Query("EXPLAIN QUERY PLAN " + sql, column: 3));

        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void FlushEveryWrite_Set_DecidesWhenTheDiskIsFlushed(bool flush, long expected)
    {
        using SqliteConnection writer = new StateFile(_folder.StateFile, new SqliteStateOptions { FlushEveryWrite = flush }).OpenWriter();
        using SqliteCommand command = writer.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        Assert.Equal(expected, command.ExecuteScalar());
    }

    private SqliteDocumentStore Open() =>
        SqliteDocumentStore.Open(_folder.StateFile, new SqliteStateOptions { TimeProvider = _time });

    private static Document Make(string id, DateTimeOffset? expiry) => new(new DocumentKey("lock", id), "", new byte[1], expiry);

    private List<string> Query(string sql, int column = 0)
    {
        using SqliteConnection connection = new($"Data Source={_folder.StateFile};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The store's own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (string name in (string[])["$kind", "$id", "$parent", "$now", "$after", "$limit", "$sequence", "$version", "$expires", "$content"])
            command.Parameters.AddWithValue(name, 0);
        List<string> rows = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(reader.GetString(column));
        return rows;
    }
}
