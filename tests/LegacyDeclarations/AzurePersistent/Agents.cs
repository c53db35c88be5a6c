namespace Azure.AI.Agents.Persistent;

public class PersistentAgent
{
    internal PersistentAgent() { }
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

public class PersistentAgentThread
{
    internal PersistentAgentThread() { }
    public string Id { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
    public ToolResources ToolResources { get => throw null; }
}

public class PersistentThreadMessage
{
    internal PersistentThreadMessage() { }
    public string Id { get => throw null; }
    public MessageRole Role { get => throw null; }
    public MessageStatus Status { get => throw null; }
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
    public ThreadMessageOptions(MessageRole role, IEnumerable<MessageInputContentBlock> contentBlocks) { }
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

public class PersistentAgentFileInfo
{
    internal PersistentAgentFileInfo() { }
    public string Id { get => throw null; }
    public string Filename { get => throw null; }
    public int Size { get => throw null; }
    public PersistentAgentFilePurpose Purpose { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public readonly struct PersistentAgentFilePurpose : IEquatable<PersistentAgentFilePurpose>
{
    public PersistentAgentFilePurpose(string value) { }
    public static PersistentAgentFilePurpose Agents => throw null;
    public static PersistentAgentFilePurpose AgentsOutput => throw null;
    public static PersistentAgentFilePurpose Vision => throw null;
    public static PersistentAgentFilePurpose Batch => throw null;
    public static PersistentAgentFilePurpose BatchOutput => throw null;
    public static PersistentAgentFilePurpose FineTune => throw null;
    public static PersistentAgentFilePurpose FineTuneResults => throw null;
    public static bool operator ==(PersistentAgentFilePurpose left, PersistentAgentFilePurpose right) => throw null;
    public static bool operator !=(PersistentAgentFilePurpose left, PersistentAgentFilePurpose right) => throw null;
    public static implicit operator PersistentAgentFilePurpose(string value) => throw null;
    public bool Equals(PersistentAgentFilePurpose other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
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

public class PersistentAgentThreadCreationOptions
{
    public PersistentAgentThreadCreationOptions() { }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public ToolResources ToolResources { get => throw null; set { } }
    public IList<ThreadMessageOptions> Messages { get => throw null; }
}
