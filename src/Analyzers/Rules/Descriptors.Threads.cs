using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Rules;

public static partial class Descriptors
{
    private const string Threads = "Migration.Threads";

    public static readonly DiagnosticDescriptor CreateThread = new(
        "AGM3001", "A thread is created", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3001.md");

    public static readonly DiagnosticDescriptor GetThread = new(
        "AGM3002", "Threads are read", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3002.md");

    public static readonly DiagnosticDescriptor UpdateThread = new(
        "AGM3003", "A thread is changed", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3003.md");

    public static readonly DiagnosticDescriptor DeleteThread = new(
        "AGM3004", "A thread is deleted", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3004.md");

    public static readonly DiagnosticDescriptor CreateMessage = new(
        "AGM3005", "A message is created", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3005.md");

    public static readonly DiagnosticDescriptor GetMessage = new(
        "AGM3006", "A message is read", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3006.md");

    public static readonly DiagnosticDescriptor ListMessages = new(
        "AGM3007", "Messages are listed", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3007.md");

    public static readonly DiagnosticDescriptor UpdateMessage = new(
        "AGM3008", "A message is changed", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3008.md");

    public static readonly DiagnosticDescriptor DeleteMessage = new(
        "AGM3009", "A message is deleted", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3009.md");

    public static readonly DiagnosticDescriptor MessageFile = new(
        "AGM3010", "Files of a message are read", Format, Threads, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM3010.md");

    public static readonly DiagnosticDescriptor ThreadOption = new(
        "AGM3011", "An option of a thread or message", Format, Threads, DiagnosticSeverity.Info,
        true, Description, Help + "AGM3011.md");

    public static readonly DiagnosticDescriptor MessageRole = new(
        "AGM3012", "The role of a message", Format, Threads, DiagnosticSeverity.Info,
        true, Description, Help + "AGM3012.md");

    public static readonly DiagnosticDescriptor ThreadProperty = new(
        "AGM3013", "A property of a thread or message", Format, Threads, DiagnosticSeverity.Info,
        true, Description, Help + "AGM3013.md");
}
