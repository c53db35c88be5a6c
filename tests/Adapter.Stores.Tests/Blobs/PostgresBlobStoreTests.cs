using AgentsMigration.Adapter.Stores.Tests.Postgres;

namespace AgentsMigration.Adapter.Stores.Tests.Blobs;

public sealed class PostgresBlobStoreTests : BlobStoreSuite, IDisposable
{
    private readonly TestDatabase _database;
    private readonly PostgresState _state;

    public PostgresBlobStoreTests()
        : this(new TestDatabase())
    {
    }

    private PostgresBlobStoreTests(TestDatabase database)
        : this(database, database.Open())
    {
    }

    private PostgresBlobStoreTests(TestDatabase database, PostgresState state)
        : base(state.Blobs)
    {
        _database = database;
        _state = state;
    }

    public void Dispose()
    {
        _state.Dispose();
        _database.Dispose();
    }
}
