using AgentsMigration.Emulator.CodeInterpreter;
using AgentsMigration.Emulator.Responses;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Generation;

/// <summary>All that a step needs in order to be produced.</summary>
internal sealed record StepContext(
    Workspace Workspace, ResponseRecord Record, OutputSink Sink, RunState State, TokenBudget Budget,
    PythonSandbox Sandbox);
