namespace Azure.AI.Agents.Persistent;

public class RunStep
{
    internal RunStep() { }
    public string Id { get => throw null; }
    public RunStepType Type { get => throw null; }
    public string AssistantId { get => throw null; }
    public string ThreadId { get => throw null; }
    public string RunId { get => throw null; }
    public RunStepStatus Status { get => throw null; }
    public RunStepDetails StepDetails { get => throw null; }
    public DateTimeOffset CreatedAt { get => throw null; }
    public DateTimeOffset? CompletedAt { get => throw null; }
}

public abstract class RunStepDetails
{
}

public class RunStepToolCallDetails : RunStepDetails
{
    internal RunStepToolCallDetails() { }
    public IReadOnlyList<RunStepToolCall> ToolCalls { get => throw null; }
}

public class RunStepFunctionToolCall : RunStepToolCall
{
    internal RunStepFunctionToolCall() { }
    public string Name { get => throw null; }
    public string Arguments { get => throw null; }
    public string Output { get => throw null; }
}

public class RunStepCodeInterpreterToolCall : RunStepToolCall
{
    internal RunStepCodeInterpreterToolCall() { }
    public string Input { get => throw null; }
    public IReadOnlyList<RunStepCodeInterpreterToolCallOutput> Outputs { get => throw null; }
}

public abstract class RunStepCodeInterpreterToolCallOutput
{
}

public class RunStepCodeInterpreterLogOutput : RunStepCodeInterpreterToolCallOutput
{
    internal RunStepCodeInterpreterLogOutput() { }
    public string Logs { get => throw null; }
}

public class RunStepMessageCreationDetails : RunStepDetails
{
    internal RunStepMessageCreationDetails() { }
    public RunStepMessageCreationReference MessageCreation { get => throw null; }
}

public class RunStepMessageCreationReference
{
    internal RunStepMessageCreationReference() { }
    public string MessageId { get => throw null; }
}

public abstract class RunStepToolCall
{
    public string Id { get => throw null; }
    public string Type { get => throw null; }
}

public class RunStepCodeInterpreterImageOutput : RunStepCodeInterpreterToolCallOutput
{
    internal RunStepCodeInterpreterImageOutput() { }
    public RunStepCodeInterpreterImageReference Image { get => throw null; }
}

public class RunStepCodeInterpreterImageReference
{
    internal RunStepCodeInterpreterImageReference() { }
    public string FileId { get => throw null; }
}

public class RunStepFileSearchToolCall : RunStepToolCall
{
    internal RunStepFileSearchToolCall() { }
    public RunStepFileSearchToolCallResults FileSearch { get => throw null; }
}

public class RunStepFileSearchToolCallResults
{
    internal RunStepFileSearchToolCallResults() { }
    public IReadOnlyList<RunStepFileSearchToolCallResult> Results { get => throw null; }
}

public class RunStepFileSearchToolCallResult
{
    internal RunStepFileSearchToolCallResult() { }
    public string FileId { get => throw null; }
    public string FileName { get => throw null; }
    public float Score { get => throw null; }
}

public readonly struct RunStepType : IEquatable<RunStepType>
{
    public RunStepType(string value) { }
    public static RunStepType MessageCreation => throw null;
    public static RunStepType ToolCalls => throw null;
    public static bool operator ==(RunStepType left, RunStepType right) => throw null;
    public static bool operator !=(RunStepType left, RunStepType right) => throw null;
    public static implicit operator RunStepType(string value) => throw null;
    public bool Equals(RunStepType other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public readonly struct RunStepStatus : IEquatable<RunStepStatus>
{
    public RunStepStatus(string value) { }
    public static RunStepStatus InProgress => throw null;
    public static RunStepStatus Cancelled => throw null;
    public static RunStepStatus Failed => throw null;
    public static RunStepStatus Completed => throw null;
    public static RunStepStatus Expired => throw null;
    public static bool operator ==(RunStepStatus left, RunStepStatus right) => throw null;
    public static bool operator !=(RunStepStatus left, RunStepStatus right) => throw null;
    public static implicit operator RunStepStatus(string value) => throw null;
    public bool Equals(RunStepStatus other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}
