using AgentsMigration.Adapter.Stores.Tests.Postgres;

namespace AgentsMigration.Adapter.Stores.Tests.Documents;

public sealed class PostgresDocumentStoreTests : DocumentStoreSuite
{
    private readonly TestDatabase _database;
    private readonly Opened _opened;

    public PostgresDocumentStoreTests()
        : this(new TestDatabase(), new Opened())
    {
    }

    private PostgresDocumentStoreTests(TestDatabase database, Opened opened)
        : base(time => (opened.State = database.Open(time)).Documents)
    {
        _database = database;
        _opened = opened;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _opened.State!.DisposeAsync();
        _database.Dispose();
    }

    private sealed class Opened
    {
        public PostgresState? State { get; set; }
    }
}
