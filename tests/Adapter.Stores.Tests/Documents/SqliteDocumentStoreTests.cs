namespace AgentsMigration.Adapter.Stores.Tests.Documents;

public sealed class SqliteDocumentStoreTests : DocumentStoreSuite
{
    private readonly TempFolder _folder;

    public SqliteDocumentStoreTests()
        : this(new TempFolder())
    {
    }

    private SqliteDocumentStoreTests(TempFolder folder)
        : base(time => SqliteDocumentStore.Open(folder.StateFile, new SqliteStateOptions { TimeProvider = time })) =>
        _folder = folder;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
