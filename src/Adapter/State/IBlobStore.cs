namespace AgentsMigration.Adapter.State;

/// <summary>Holds the bytes of generated files, which v2 forgets with their container.</summary>
public interface IBlobStore
{
    /// <summary>Stores the bytes under the id, replacing what was there, and returns their number.</summary>
    Task<long> PutAsync(string id, Stream content, CancellationToken cancellationToken = default);

    /// <summary>Opens the bytes for reading, or null where there are none.</summary>
    Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes the bytes; false where there were none.</summary>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default);
}
