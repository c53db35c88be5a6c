namespace AgentsMigration.Emulator.Model;

/// <summary>One thing that a rule produces.</summary>
internal abstract record ScriptStep
{
    /// <summary>
    /// Null: always. Otherwise only when the last code ran without error, or the last search found something.
    /// </summary>
    public bool? OnlyIf { get; init; }
}

internal sealed record TextStep(Template Text) : ScriptStep;

/// <summary>Text that fits a schema, for requests that force a JSON answer.</summary>
/// <param name="Schema">Null: any object will do.</param>
internal sealed record JsonStep(JsonObject? Schema) : ScriptStep;

internal sealed record RefusalStep(Template Text) : ScriptStep;

internal sealed record ReasoningStep(Template Summary) : ScriptStep;

internal sealed record PythonStep(Template Code) : ScriptStep;

/// <param name="Function">A function's name.</param>
/// <param name="Arguments">Null: made up from the function's own schema.</param>
internal sealed record CallStep(Template Function, JsonObject? Arguments) : ScriptStep;

/// <param name="Tool">A tool of the server on offer.</param>
/// <param name="Arguments">Null: none.</param>
/// <param name="Result">What the server gives.</param>
internal sealed record McpStep(string Tool, JsonObject? Arguments, Template Result) : ScriptStep
{
    /// <summary>The request that was approved; null while nobody has been asked.</summary>
    public string? ApprovedBy { get; init; }
}

internal sealed record FileSearchStep(Template Query) : ScriptStep;

internal sealed record FailStep(string Code, Template Message) : ScriptStep;

internal sealed record IncompleteStep(string Reason) : ScriptStep;

/// <summary>Time that the model takes.</summary>
internal sealed record WaitStep(TimeSpan Time) : ScriptStep;
