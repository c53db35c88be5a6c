namespace AgentsMigration.Emulator.CodeInterpreter;

/// <summary>One piece of output, in the order in which the code made it.</summary>
/// <param name="Logs">Text, or null for an image.</param>
/// <param name="ImagePath">A PNG file on this machine, or null for text.</param>
internal sealed record ExecutionOutput(string? Logs, string? ImagePath);

internal enum ExecutionStatus
{
    /// <summary>The code ran to its end; it may have raised, see <see cref="Execution.Error"/>.</summary>
    Finished,

    /// <summary>The code was stopped at a limit.</summary>
    Stopped,

    /// <summary>There is no interpreter to run it.</summary>
    Unavailable,
}

/// <summary>What came of one call.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Outputs">What it said and showed.</param>
/// <param name="Error">The last line of the traceback, or why the code did not finish; null when all went well.</param>
/// <param name="Created">Files that the code made or changed, on this machine.</param>
internal sealed record Execution(
    ExecutionStatus Status, IReadOnlyList<ExecutionOutput> Outputs, string? Error, IReadOnlyList<string> Created)
{
    public static Execution Unavailable { get; } =
        new(ExecutionStatus.Unavailable, [], "The code interpreter is not available.", []);
}
