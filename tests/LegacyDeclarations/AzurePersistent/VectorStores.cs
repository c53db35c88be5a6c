namespace Azure.AI.Agents.Persistent;

public class PersistentAgentsVectorStore
{
    internal PersistentAgentsVectorStore() { }
    public string Id { get => throw null; }
    public string Name { get => throw null; }
    public VectorStoreStatus Status { get => throw null; }
    public VectorStoreFileCount FileCounts { get => throw null; }
    public int UsageBytes { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
}

public class VectorStoreFileCount
{
    internal VectorStoreFileCount() { }
    public int InProgress { get => throw null; }
    public int Completed { get => throw null; }
    public int Failed { get => throw null; }
    public int Cancelled { get => throw null; }
    public int Total { get => throw null; }
}

public class VectorStoreExpirationPolicy
{
    public VectorStoreExpirationPolicy(VectorStoreExpirationPolicyAnchor anchor, int days) { }
}

public class VectorStoreFile
{
    internal VectorStoreFile() { }
    public string Id { get => throw null; }
    public string VectorStoreId { get => throw null; }
    public VectorStoreFileStatus Status { get => throw null; }
    public int UsageBytes { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public class VectorStoreFileBatch
{
    internal VectorStoreFileBatch() { }
    public string Id { get => throw null; }
    public string VectorStoreId { get => throw null; }
    public VectorStoreFileBatchStatus Status { get => throw null; }
    public VectorStoreFileCount FileCounts { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public class VectorStoreConfiguration
{
    public VectorStoreConfiguration(IEnumerable<VectorStoreDataSource> dataSources) { }
}

public class VectorStoreConfigurations
{
    public VectorStoreConfigurations(string storeName, VectorStoreConfiguration storeConfiguration) { }
}

public class VectorStoreDataSource
{
    public VectorStoreDataSource(string assetIdentifier, string assetType) { }
}

public abstract class VectorStoreChunkingStrategy
{
}

public class VectorStoreStaticChunkingStrategyRequest : VectorStoreChunkingStrategy
{
    public VectorStoreStaticChunkingStrategyRequest(VectorStoreStaticChunkingStrategyOptions @static) { }
}

public class VectorStoreStaticChunkingStrategyOptions
{
    public VectorStoreStaticChunkingStrategyOptions(int maxChunkSizeTokens, int chunkOverlapTokens) { }
}

public readonly struct VectorStoreStatus : IEquatable<VectorStoreStatus>
{
    public VectorStoreStatus(string value) { }
    public static VectorStoreStatus Completed => throw null;
    public static VectorStoreStatus Expired => throw null;
    public static VectorStoreStatus InProgress => throw null;
    public static bool operator ==(VectorStoreStatus left, VectorStoreStatus right) => throw null;
    public static bool operator !=(VectorStoreStatus left, VectorStoreStatus right) => throw null;
    public static implicit operator VectorStoreStatus(string value) => throw null;
    public bool Equals(VectorStoreStatus other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public readonly struct VectorStoreFileStatus : IEquatable<VectorStoreFileStatus>
{
    public VectorStoreFileStatus(string value) { }
    public static VectorStoreFileStatus Cancelled => throw null;
    public static VectorStoreFileStatus Completed => throw null;
    public static VectorStoreFileStatus Failed => throw null;
    public static VectorStoreFileStatus InProgress => throw null;
    public static bool operator ==(VectorStoreFileStatus left, VectorStoreFileStatus right) => throw null;
    public static bool operator !=(VectorStoreFileStatus left, VectorStoreFileStatus right) => throw null;
    public static implicit operator VectorStoreFileStatus(string value) => throw null;
    public bool Equals(VectorStoreFileStatus other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public readonly struct VectorStoreFileBatchStatus : IEquatable<VectorStoreFileBatchStatus>
{
    public VectorStoreFileBatchStatus(string value) { }
    public static VectorStoreFileBatchStatus Cancelled => throw null;
    public static VectorStoreFileBatchStatus Completed => throw null;
    public static VectorStoreFileBatchStatus Failed => throw null;
    public static VectorStoreFileBatchStatus InProgress => throw null;
    public static bool operator ==(VectorStoreFileBatchStatus left, VectorStoreFileBatchStatus right) => throw null;
    public static bool operator !=(VectorStoreFileBatchStatus left, VectorStoreFileBatchStatus right) => throw null;
    public static implicit operator VectorStoreFileBatchStatus(string value) => throw null;
    public bool Equals(VectorStoreFileBatchStatus other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public readonly struct VectorStoreFileStatusFilter : IEquatable<VectorStoreFileStatusFilter>
{
    public VectorStoreFileStatusFilter(string value) { }
    public static VectorStoreFileStatusFilter Cancelled => throw null;
    public static VectorStoreFileStatusFilter Completed => throw null;
    public static VectorStoreFileStatusFilter Failed => throw null;
    public static VectorStoreFileStatusFilter InProgress => throw null;
    public static bool operator ==(VectorStoreFileStatusFilter left, VectorStoreFileStatusFilter right) => throw null;
    public static bool operator !=(VectorStoreFileStatusFilter left, VectorStoreFileStatusFilter right) => throw null;
    public static implicit operator VectorStoreFileStatusFilter(string value) => throw null;
    public bool Equals(VectorStoreFileStatusFilter other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public readonly struct VectorStoreExpirationPolicyAnchor : IEquatable<VectorStoreExpirationPolicyAnchor>
{
    public VectorStoreExpirationPolicyAnchor(string value) { }
    public static VectorStoreExpirationPolicyAnchor LastActiveAt => throw null;
    public static bool operator ==(VectorStoreExpirationPolicyAnchor left, VectorStoreExpirationPolicyAnchor right) => throw null;
    public static bool operator !=(VectorStoreExpirationPolicyAnchor left, VectorStoreExpirationPolicyAnchor right) => throw null;
    public static implicit operator VectorStoreExpirationPolicyAnchor(string value) => throw null;
    public bool Equals(VectorStoreExpirationPolicyAnchor other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}
