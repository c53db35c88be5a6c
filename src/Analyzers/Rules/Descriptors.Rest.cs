using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Rules;

public static partial class Descriptors
{
    private const string Rest = "Migration.Rest";

    public static readonly DiagnosticDescriptor RestPath = new(
        "AGM6001", "A legacy path in text", Format, Rest, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM6001.md");

    public static readonly DiagnosticDescriptor BetaHeader = new(
        "AGM6002", "The OpenAI-Beta header of the Assistants API", Format, Rest, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM6002.md");

    public static readonly DiagnosticDescriptor ApiVersion = new(
        "AGM6003", "An api-version of the retired service", Format, Rest, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM6003.md");

    public static readonly DiagnosticDescriptor ConnectionString = new(
        "AGM6004", "A connection string of an Azure AI project", Format, Rest, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM6004.md");

    public static readonly DiagnosticDescriptor PackageReference = new(
        "AGM6005", "A package of a legacy SDK", Format, Rest, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM6005.md");
}
