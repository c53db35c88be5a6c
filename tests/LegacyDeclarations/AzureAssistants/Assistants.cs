namespace Azure.AI.OpenAI.Assistants;

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

public class Assistant
{
    internal Assistant() { }
    public string Id { get => throw null; }
    public string Name { get => throw null; }
    public string Description { get => throw null; }
    public string Model { get => throw null; }
    public string Instructions { get => throw null; }
    public IReadOnlyList<ToolDefinition> Tools { get => throw null; }
    public IReadOnlyList<string> FileIds { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public class AssistantCreationOptions
{
    public AssistantCreationOptions(string model) { }
    public string Name { get => throw null; set { } }
    public string Description { get => throw null; set { } }
    public string Instructions { get => throw null; set { } }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public string Model { get => throw null; }
    public IList<ToolDefinition> Tools { get => throw null; }
    public IList<string> FileIds { get => throw null; }
}

public class UpdateAssistantOptions
{
    public UpdateAssistantOptions() { }
    public string Name { get => throw null; set { } }
    public string Description { get => throw null; set { } }
    public string Instructions { get => throw null; set { } }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public string Model { get => throw null; set { } }
    public IList<ToolDefinition> Tools { get => throw null; }
    public IList<string> FileIds { get => throw null; }
}

public class AssistantFile
{
    internal AssistantFile() { }
    public string Id { get => throw null; }
    public string AssistantId { get => throw null; }
}

public class AssistantThread
{
    internal AssistantThread() { }
    public string Id { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public class AssistantThreadCreationOptions
{
    public AssistantThreadCreationOptions() { }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public IList<ThreadInitializationMessage> Messages { get => throw null; }
}

public class CreateRunOptions
{
    public CreateRunOptions(string assistantId) { }
    public string OverrideModelName { get => throw null; set { } }
    public string OverrideInstructions { get => throw null; set { } }
    public string AdditionalInstructions { get => throw null; set { } }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public IList<ToolDefinition> OverrideTools { get => throw null; }
}

public class CreateAndRunThreadOptions
{
    public CreateAndRunThreadOptions(string assistantId) { }
    public AssistantThreadCreationOptions Thread { get => throw null; set { } }
    public string OverrideModelName { get => throw null; set { } }
    public string OverrideInstructions { get => throw null; set { } }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public IList<ToolDefinition> OverrideTools { get => throw null; }
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
    public IReadOnlyList<string> FileIds { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public class ThreadInitializationMessage
{
    public ThreadInitializationMessage(MessageRole role, string content) { }
    public IDictionary<string, string> Metadata { get => throw null; set { } }
    public IList<string> FileIds { get => throw null; }
}

public class MessageFile
{
    internal MessageFile() { }
    public string Id { get => throw null; }
    public string MessageId { get => throw null; }
}

public class OpenAIFile
{
    internal OpenAIFile() { }
    public string Id { get => throw null; }
    public string Filename { get => throw null; }
    public int Size { get => throw null; }
    public OpenAIFilePurpose Purpose { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
}

public readonly struct OpenAIFilePurpose : IEquatable<OpenAIFilePurpose>
{
    public OpenAIFilePurpose(string value) { }
    public static OpenAIFilePurpose Assistants => throw null;
    public static OpenAIFilePurpose AssistantsOutput => throw null;
    public static OpenAIFilePurpose FineTune => throw null;
    public static OpenAIFilePurpose FineTuneResults => throw null;
    public static bool operator ==(OpenAIFilePurpose left, OpenAIFilePurpose right) => throw null;
    public static bool operator !=(OpenAIFilePurpose left, OpenAIFilePurpose right) => throw null;
    public static implicit operator OpenAIFilePurpose(string value) => throw null;
    public bool Equals(OpenAIFilePurpose other) => throw null;
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
    public static MessageRole Assistant => throw null;
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

public class RetrievalToolDefinition : ToolDefinition
{
    public RetrievalToolDefinition() { }
}

public class FunctionToolDefinition : ToolDefinition
{
    public FunctionToolDefinition(string name, string description, BinaryData parameters) { }
    public string Name { get => throw null; }
    public string Description { get => throw null; }
    public BinaryData Parameters { get => throw null; }
}
