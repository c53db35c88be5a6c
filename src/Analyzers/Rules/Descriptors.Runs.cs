using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Rules;

public static partial class Descriptors
{
    private const string Runs = "Migration.Runs";

    public static readonly DiagnosticDescriptor CreateRun = new(
        "AGM4001", "A run is created", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4001.md");

    public static readonly DiagnosticDescriptor GetRun = new(
        "AGM4002", "A run is polled", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4002.md");

    public static readonly DiagnosticDescriptor ListRuns = new(
        "AGM4003", "Runs are listed", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4003.md");

    public static readonly DiagnosticDescriptor UpdateRun = new(
        "AGM4004", "A run is changed", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4004.md");

    public static readonly DiagnosticDescriptor CancelRun = new(
        "AGM4005", "A run is cancelled", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4005.md");

    public static readonly DiagnosticDescriptor CreateThreadAndRun = new(
        "AGM4006", "A thread is created and run", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4006.md");

    public static readonly DiagnosticDescriptor SubmitToolOutputs = new(
        "AGM4007", "Tool outputs are submitted", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4007.md");

    public static readonly DiagnosticDescriptor StreamRun = new(
        "AGM4008", "A run is streamed", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4008.md");

    public static readonly DiagnosticDescriptor StreamToolOutputs = new(
        "AGM4009", "Tool outputs are submitted and streamed", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4009.md");

    public static readonly DiagnosticDescriptor PollingLoop = new(
        "AGM4010", "A loop waits for a run", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4010.md");

    public static readonly DiagnosticDescriptor ToolOutputLoop = new(
        "AGM4011", "A loop answers the tool calls of a run", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4011.md");

    public static readonly DiagnosticDescriptor StreamingLoop = new(
        "AGM4012", "A loop reads the updates of a run", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4012.md");

    public static readonly DiagnosticDescriptor GetRunStep = new(
        "AGM4013", "Run steps are read", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4013.md");

    public static readonly DiagnosticDescriptor RunStatus = new(
        "AGM4014", "The status of a run", Format, Runs, DiagnosticSeverity.Info,
        true, Description, Help + "AGM4014.md");

    public static readonly DiagnosticDescriptor RunStatusText = new(
        "AGM4015", "The status of a run is compared as text", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4015.md");

    public static readonly DiagnosticDescriptor RequiredAction = new(
        "AGM4016", "Tool calls that a run waits for", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4016.md");

    public static readonly DiagnosticDescriptor ToolOutput = new(
        "AGM4017", "The output of a tool", Format, Runs, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM4017.md");

    public static readonly DiagnosticDescriptor RunProperty = new(
        "AGM4018", "A property of a run", Format, Runs, DiagnosticSeverity.Info,
        true, Description, Help + "AGM4018.md");

    public static readonly DiagnosticDescriptor RunOption = new(
        "AGM4019", "An option of a run", Format, Runs, DiagnosticSeverity.Info,
        true, Description, Help + "AGM4019.md");

    public static readonly DiagnosticDescriptor StreamingUpdate = new(
        "AGM4020", "An update of a streamed run", Format, Runs, DiagnosticSeverity.Info,
        true, Description, Help + "AGM4020.md");

    public static readonly DiagnosticDescriptor RunStepDetail = new(
        "AGM4021", "Details of a run step", Format, Runs, DiagnosticSeverity.Info,
        true, Description, Help + "AGM4021.md");
}
