using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Harness;

/// <summary>The stores that an argument names: <c>postgres:SCHEMA:CONNECTION</c>, or the path of a SQLite file or of a directory.</summary>
internal sealed class HarnessState(IDocumentStore? documents, IBlobStore? blobs)
{
    public IDocumentStore Documents => documents!;

    public IBlobStore Blobs => blobs!;

    /// <summary>Nothing of it is closed: its process is killed.</summary>
    public static async Task<HarnessState> OpenAsync(string name, bool directory = false)
    {
        if (name.Split(':', 3) is ["postgres", var schema, var connection])
        {
            PostgresState state = await PostgresState.OpenAsync(connection, options: new PostgresStateOptions { Schema = schema });
            return new HarnessState(state.Documents, state.Blobs);
        }
        return directory
            ? new HarnessState(null, new FileBlobStore(name))
            : new HarnessState(SqliteDocumentStore.Open(name), null);
    }
}
