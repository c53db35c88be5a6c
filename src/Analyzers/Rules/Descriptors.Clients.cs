using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Rules;

public static partial class Descriptors
{
    private const string Clients = "Migration.Clients";

    public static readonly DiagnosticDescriptor ClientConstruction = new(
        "AGM1001", "A legacy client is constructed", Format, Clients, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM1001.md");

    public static readonly DiagnosticDescriptor ClientFactory = new(
        "AGM1002", "A legacy client is taken from another client", Format, Clients, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM1002.md");

    public static readonly DiagnosticDescriptor ClientHeld = new(
        "AGM1003", "A legacy client is held or passed on", Format, Clients, DiagnosticSeverity.Info,
        true, Description, Help + "AGM1003.md");

    public static readonly DiagnosticDescriptor ClientRegistration = new(
        "AGM1004", "A legacy client is registered or resolved by dependency injection",
        Format, Clients, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM1004.md");

    public static readonly DiagnosticDescriptor ClientOptions = new(
        "AGM1005", "Options of a legacy client", Format, Clients, DiagnosticSeverity.Info,
        true, Description, Help + "AGM1005.md");

    public static readonly DiagnosticDescriptor ChatClientAdapter = new(
        "AGM1006", "A legacy client is wrapped as a chat client", Format, Clients, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM1006.md");

    public static readonly DiagnosticDescriptor TypeInSignature = new(
        "AGM1007", "A legacy type in a signature", Format, Clients, DiagnosticSeverity.Info,
        true, Description, Help + "AGM1007.md");

    public static readonly DiagnosticDescriptor Paging = new(
        "AGM1008", "A legacy page of results", Format, Clients, DiagnosticSeverity.Info,
        true, Description, Help + "AGM1008.md");
}
