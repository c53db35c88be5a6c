namespace Azure.AI.Projects;

public class PageableList<T> : IReadOnlyList<T>
{
    public IReadOnlyList<T> Data => throw null;
    public string FirstId => throw null;
    public string LastId => throw null;
    public bool HasMore => throw null;
    public T this[int index] => throw null;
    public int Count => throw null;
    public IEnumerator<T> GetEnumerator() => throw null;
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null;
}

public class Agent
{
    internal Agent() { }
    public string Id { get => throw null; }
    public string Name { get => throw null; }
    public string Description { get => throw null; }
    public string Model { get => throw null; }
    public string Instructions { get => throw null; }
    public IReadOnlyList<ToolDefinition> Tools { get => throw null; }
    public ToolResources ToolResources { get => throw null; }
    public float? Temperature { get => throw null; }
    public float? TopP { get => throw null; }
    public BinaryData ResponseFormat { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public class AgentThread
{
    internal AgentThread() { }
    public string Id { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
    public ToolResources ToolResources { get => throw null; }
}

public class ThreadMessage
{
    internal ThreadMessage() { }
    public string Id { get => throw null; }
    public MessageRole Role { get => throw null; }
    public IReadOnlyList<MessageContent> ContentItems { get => throw null; }
    public string ThreadId { get => throw null; }
    public string RunId { get => throw null; }
    public string AssistantId { get => throw null; }
    public IReadOnlyList<MessageAttachment> Attachments { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
    public DateTimeOffset? CompletedAt { get => throw null; }
}

public class ThreadMessageOptions
{
    public ThreadMessageOptions(MessageRole role, string content) { }
    public IList<MessageAttachment> Attachments { get => throw null; set { } }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public MessageRole Role { get => throw null; }
    public string Content { get => throw null; }
}

public class MessageAttachment
{
    public MessageAttachment(string fileId, List<ToolDefinition> tools) { }
    public string FileId { get => throw null; }
}

public class AgentFile
{
    internal AgentFile() { }
    public string Id { get => throw null; }
    public string Filename { get => throw null; }
    public int Size { get => throw null; }
    public AgentFilePurpose Purpose { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public readonly struct AgentFilePurpose : IEquatable<AgentFilePurpose>
{
    public AgentFilePurpose(string value) { }
    public static AgentFilePurpose Agents => throw null;
    public static AgentFilePurpose AgentsOutput => throw null;
    public static AgentFilePurpose Vision => throw null;
    public static AgentFilePurpose Batch => throw null;
    public static AgentFilePurpose BatchOutput => throw null;
    public static AgentFilePurpose FineTune => throw null;
    public static AgentFilePurpose FineTuneResults => throw null;
    public static bool operator ==(AgentFilePurpose left, AgentFilePurpose right) => throw null;
    public static bool operator !=(AgentFilePurpose left, AgentFilePurpose right) => throw null;
    public static implicit operator AgentFilePurpose(string value) => throw null;
    public bool Equals(AgentFilePurpose other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public class VectorStore
{
    internal VectorStore() { }
    public string Id { get => throw null; }
    public string Name { get => throw null; }
    public VectorStoreStatus Status { get => throw null; }
}

public class VectorStoreExpirationPolicy
{
    public VectorStoreExpirationPolicy(string anchor, int days) { }
}

public class VectorStoreFile
{
    internal VectorStoreFile() { }
    public string Id { get => throw null; }
    public string VectorStoreId { get => throw null; }
}

public class VectorStoreFileBatch
{
    internal VectorStoreFileBatch() { }
    public string Id { get => throw null; }
    public string VectorStoreId { get => throw null; }
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

public readonly struct ListSortOrder : IEquatable<ListSortOrder>
{
    public ListSortOrder(string value) { }
    public static ListSortOrder Ascending => throw null;
    public static ListSortOrder Descending => throw null;
    public static bool operator ==(ListSortOrder left, ListSortOrder right) => throw null;
    public static bool operator !=(ListSortOrder left, ListSortOrder right) => throw null;
    public static implicit operator ListSortOrder(string value) => throw null;
    public bool Equals(ListSortOrder other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public readonly struct MessageRole : IEquatable<MessageRole>
{
    public MessageRole(string value) { }
    public static MessageRole User => throw null;
    public static MessageRole Agent => throw null;
    public static bool operator ==(MessageRole left, MessageRole right) => throw null;
    public static bool operator !=(MessageRole left, MessageRole right) => throw null;
    public static implicit operator MessageRole(string value) => throw null;
    public bool Equals(MessageRole other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public abstract class ToolDefinition
{
}

public class CodeInterpreterToolDefinition : ToolDefinition
{
    public CodeInterpreterToolDefinition() { }
}

public class FileSearchToolDefinition : ToolDefinition
{
    public FileSearchToolDefinition() { }
}

public class FunctionToolDefinition : ToolDefinition
{
    public FunctionToolDefinition(string name, string description) { }
    public FunctionToolDefinition(string name, string description, BinaryData parameters) { }
    public string Name { get => throw null; }
    public string Description { get => throw null; }
    public BinaryData Parameters { get => throw null; }
}

public class ConnectedAgentToolDefinition : ToolDefinition
{
    public ConnectedAgentToolDefinition(object connectedAgent) { }
}

public class BingGroundingToolDefinition : ToolDefinition
{
    public BingGroundingToolDefinition(ToolConnectionList bingGrounding) { }
}

public class ToolConnectionList
{
    public IList<ToolConnection> ConnectionList { get => throw null; }
}

public class ToolConnection
{
    public ToolConnection(string connectionId) { }
}

public class MCPToolDefinition : ToolDefinition
{
    public MCPToolDefinition(string serverLabel, string serverUrl) { }
}

public class ToolResources
{
    public ToolResources() { }
    public CodeInterpreterToolResource CodeInterpreter { get => throw null; set { } }
    public FileSearchToolResource FileSearch { get => throw null; set { } }
}

public class CodeInterpreterToolResource
{
    public CodeInterpreterToolResource() { }
    public IList<string> FileIds { get => throw null; }
    public IList<VectorStoreDataSource> DataSources { get => throw null; }
}

public class FileSearchToolResource
{
    public FileSearchToolResource() { }
    public IList<string> VectorStoreIds { get => throw null; }
    public IList<VectorStoreConfigurations> VectorStores { get => throw null; }
}

public class AgentThreadCreationOptions
{
    public AgentThreadCreationOptions() { }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public ToolResources ToolResources { get => throw null; set { } }
    public IList<ThreadMessageOptions> Messages { get => throw null; }
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

public class VectorStoreDeletionStatus
{
    internal VectorStoreDeletionStatus() { }
    public string Id { get => throw null; }
    public bool Deleted { get => throw null; }
}

public class VectorStoreFileDeletionStatus
{
    internal VectorStoreFileDeletionStatus() { }
    public string Id { get => throw null; }
    public bool Deleted { get => throw null; }
}
