namespace Azure.AI.Agents.Persistent;

public class ThreadRun
{
    internal ThreadRun() { }
    public string Id { get => throw null; }
    public string ThreadId { get => throw null; }
    public string AssistantId { get => throw null; }
    public RunStatus Status { get => throw null; }
    public RequiredAction RequiredAction { get => throw null; }
    public RunError LastError { get => throw null; }
    public string Model { get => throw null; }
    public string Instructions { get => throw null; }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
    public DateTimeOffset? StartedAt { get => throw null; }
    public DateTimeOffset? ExpiresAt { get => throw null; }
    public DateTimeOffset? CompletedAt { get => throw null; }
    public DateTimeOffset? CancelledAt { get => throw null; }
    public DateTimeOffset? FailedAt { get => throw null; }
    public IReadOnlyList<RequiredToolCall> RequiredActions { get => throw null; }
    public IncompleteRunDetails IncompleteDetails { get => throw null; }
    public int? MaxPromptTokens { get => throw null; }
    public RunCompletionUsage Usage { get => throw null; }
    public float? Temperature { get => throw null; }
    public float? TopP { get => throw null; }
}

public readonly struct RunStatus : IEquatable<RunStatus>
{
    public RunStatus(string value) { }
    public static RunStatus Queued => throw null;
    public static RunStatus InProgress => throw null;
    public static RunStatus RequiresAction => throw null;
    public static RunStatus Cancelling => throw null;
    public static RunStatus Cancelled => throw null;
    public static RunStatus Failed => throw null;
    public static RunStatus Completed => throw null;
    public static RunStatus Expired => throw null;
    public static bool operator ==(RunStatus left, RunStatus right) => throw null;
    public static bool operator !=(RunStatus left, RunStatus right) => throw null;
    public static implicit operator RunStatus(string value) => throw null;
    public bool Equals(RunStatus other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public class RunError
{
    internal RunError() { }
    public string Code { get => throw null; }
    public string Message { get => throw null; }
}

public abstract class RequiredAction
{
}

public class SubmitToolOutputsAction : RequiredAction
{
    internal SubmitToolOutputsAction() { }
    public IReadOnlyList<RequiredToolCall> ToolCalls { get => throw null; }
}

public abstract class RequiredToolCall
{
    public string Id => throw null;
}

public class RequiredFunctionToolCall : RequiredToolCall
{
    internal RequiredFunctionToolCall() { }
    public string Name { get => throw null; }
    public string Arguments { get => throw null; }
}

public class ToolOutput
{
    public ToolOutput() { }
    public ToolOutput(string toolCallId) { }
    public ToolOutput(RequiredToolCall toolCall) { }
    public ToolOutput(string toolCallId, string output = null) { }
    public ToolOutput(RequiredToolCall toolCall, string output) { }
    public string ToolCallId { get => throw null; set { } }
    public string Output { get => throw null; set { } }
}

public class RunCompletionUsage
{
    internal RunCompletionUsage() { }
    public long PromptTokens { get => throw null; }
    public long CompletionTokens { get => throw null; }
    public long TotalTokens { get => throw null; }
}

public class Truncation
{
    public Truncation(string type) { }
    public int? LastMessages { get => throw null; set { } }
}

public class CreateRunStreamingOptions
{
    public CreateRunStreamingOptions() { }
    public string OverrideModelName { get => throw null; set { } }
    public string OverrideInstructions { get => throw null; set { } }
    public IEnumerable<ToolDefinition> OverrideTools { get => throw null; set { } }
    public float? Temperature { get => throw null; set { } }
    public float? TopP { get => throw null; set { } }
    public int? MaxPromptTokens { get => throw null; set { } }
    public int? MaxCompletionTokens { get => throw null; set { } }
    public Truncation TruncationStrategy { get => throw null; set { } }
    public BinaryData ToolChoice { get => throw null; set { } }
    public BinaryData ResponseFormat { get => throw null; set { } }
    public bool? ParallelToolCalls { get => throw null; set { } }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; set { } }
    public string AdditionalInstructions { get => throw null; set { } }
    public IEnumerable<ThreadMessageOptions> AdditionalMessages { get => throw null; set { } }
    public AutoFunctionCallOptions AutoFunctionCallOptions { get => throw null; set { } }
    public IEnumerable<RunAdditionalFieldList> Include { get => throw null; set { } }
}

public class ThreadAndRunOptions
{
    public ThreadAndRunOptions() { }
    public string OverrideModelName { get => throw null; set { } }
    public string OverrideInstructions { get => throw null; set { } }
    public IEnumerable<ToolDefinition> OverrideTools { get => throw null; set { } }
    public float? Temperature { get => throw null; set { } }
    public float? TopP { get => throw null; set { } }
    public int? MaxPromptTokens { get => throw null; set { } }
    public int? MaxCompletionTokens { get => throw null; set { } }
    public Truncation TruncationStrategy { get => throw null; set { } }
    public BinaryData ToolChoice { get => throw null; set { } }
    public BinaryData ResponseFormat { get => throw null; set { } }
    public bool? ParallelToolCalls { get => throw null; set { } }
    public IReadOnlyDictionary<string, string> Metadata { get => throw null; set { } }
    public PersistentAgentThreadCreationOptions ThreadOptions { get => throw null; set { } }
    public ToolResources ToolResources { get => throw null; set { } }
    public bool? Stream { get => throw null; set { } }
}

public class AutoFunctionCallOptions
{
    public AutoFunctionCallOptions(Dictionary<string, Delegate> toolDelegates, int maxRetry) { }
}

public readonly struct RunAdditionalFieldList : IEquatable<RunAdditionalFieldList>
{
    public RunAdditionalFieldList(string value) { }
    public static RunAdditionalFieldList FileSearchContents => throw null;
    public static bool operator ==(RunAdditionalFieldList left, RunAdditionalFieldList right) => throw null;
    public static bool operator !=(RunAdditionalFieldList left, RunAdditionalFieldList right) => throw null;
    public static implicit operator RunAdditionalFieldList(string value) => throw null;
    public bool Equals(RunAdditionalFieldList other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public enum StreamingUpdateReason
{
    ThreadCreated,
    RunCreated,
    RunQueued,
    RunInProgress,
    RunRequiresAction,
    RunCompleted,
    RunIncomplete,
    RunFailed,
    RunCancelling,
    RunCancelled,
    RunExpired,
    RunStepCreated,
    RunStepInProgress,
    RunStepUpdated,
    RunStepCompleted,
    RunStepFailed,
    RunStepCancelled,
    RunStepExpired,
    MessageCreated,
    MessageInProgress,
    MessageUpdated,
    MessageCompleted,
    MessageFailed,
    Error,
    Done,
}

public abstract class StreamingUpdate
{
    public StreamingUpdateReason UpdateKind => throw null;
}

public class StreamingUpdate<T> : StreamingUpdate
    where T : class
{
    public T Value => throw null;
    public static implicit operator T(StreamingUpdate<T> update) => throw null;
}

public class ThreadUpdate : StreamingUpdate<PersistentAgentThread>
{
    public string Id => throw null;
    public DateTimeOffset CreatedAt => throw null;
}

public class RunUpdate : StreamingUpdate<ThreadRun>
{
}

public class RequiredActionUpdate : RunUpdate
{
    internal RequiredActionUpdate() { }
    public string FunctionName { get => throw null; }
    public string FunctionArguments { get => throw null; }
    public string ToolCallId { get => throw null; }
    public ThreadRun GetThreadRun() => throw null;
}

public class RunStepUpdate : StreamingUpdate<RunStep>
{
}

public class RunStepDetailsUpdate : StreamingUpdate
{
    internal RunStepDetailsUpdate() { }
    public string CodeInterpreterInput { get => throw null; }
    public IReadOnlyList<RunStepUpdateCodeInterpreterOutput> CodeInterpreterOutputs { get => throw null; }
    public string FunctionName { get => throw null; }
    public string FunctionArguments { get => throw null; }
    public string ToolCallId { get => throw null; }
}

public class RunStepUpdateCodeInterpreterOutput
{
    internal RunStepUpdateCodeInterpreterOutput() { }
    public string ImageFileId { get => throw null; }
    public string Logs { get => throw null; }
    public int OutputIndex { get => throw null; }
}

public class MessageStatusUpdate : StreamingUpdate<PersistentThreadMessage>
{
}

public class MessageContentUpdate : StreamingUpdate
{
    internal MessageContentUpdate() { }
    public string Text { get => throw null; }
    public TextAnnotationUpdate TextAnnotation { get => throw null; }
    public string ImageFileId { get => throw null; }
    public MessageRole? Role { get => throw null; }
    public string MessageId { get => throw null; }
    public int MessageIndex { get => throw null; }
}

public class TextAnnotationUpdate
{
    internal TextAnnotationUpdate() { }
    public string InputFileId { get => throw null; }
    public string OutputFileId { get => throw null; }
    public string TextToReplace { get => throw null; }
    public int? StartIndex { get => throw null; }
    public int? EndIndex { get => throw null; }
}

public class SubmitToolApprovalAction : RequiredAction
{
    internal SubmitToolApprovalAction() { }
    public SubmitToolApprovalDetails SubmitToolApproval { get => throw null; }
}

public class SubmitToolApprovalDetails
{
    internal SubmitToolApprovalDetails() { }
    public IReadOnlyList<RequiredToolCall> ToolCalls { get => throw null; }
}

public class RequiredMcpToolCall : RequiredToolCall
{
    internal RequiredMcpToolCall() { }
    public string Name { get => throw null; }
    public string Arguments { get => throw null; }
    public string ServerLabel { get => throw null; }
}

public class ToolApproval
{
    public ToolApproval(string toolCallId, bool approve) { }
    public string ToolCallId { get => throw null; }
    public bool Approve { get => throw null; }
    public IDictionary<string, string> Headers { get => throw null; }
}

public class IncompleteRunDetails
{
    internal IncompleteRunDetails() { }
    public IncompleteDetailsReason Reason { get => throw null; }
}

public readonly struct IncompleteDetailsReason : IEquatable<IncompleteDetailsReason>
{
    public IncompleteDetailsReason(string value) { }
    public static IncompleteDetailsReason MaxCompletionTokens => throw null;
    public static IncompleteDetailsReason MaxPromptTokens => throw null;
    public static bool operator ==(IncompleteDetailsReason left, IncompleteDetailsReason right) => throw null;
    public static bool operator !=(IncompleteDetailsReason left, IncompleteDetailsReason right) => throw null;
    public static implicit operator IncompleteDetailsReason(string value) => throw null;
    public bool Equals(IncompleteDetailsReason other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}
