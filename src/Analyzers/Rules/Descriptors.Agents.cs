using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Rules;

public static partial class Descriptors
{
    private const string Agents = "Migration.Agents";

    public static readonly DiagnosticDescriptor CreateAgent = new(
        "AGM2001", "An agent or assistant is created", Format, Agents, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM2001.md");

    public static readonly DiagnosticDescriptor GetAgent = new(
        "AGM2002", "Agents or assistants are read", Format, Agents, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM2002.md");

    public static readonly DiagnosticDescriptor UpdateAgent = new(
        "AGM2003", "An agent or assistant is changed", Format, Agents, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM2003.md");

    public static readonly DiagnosticDescriptor DeleteAgent = new(
        "AGM2004", "An agent or assistant is deleted", Format, Agents, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM2004.md");

    public static readonly DiagnosticDescriptor AgentFile = new(
        "AGM2005", "A file is linked to an assistant", Format, Agents, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM2005.md");

    public static readonly DiagnosticDescriptor AgentOption = new(
        "AGM2006", "An option of an agent or assistant", Format, Agents, DiagnosticSeverity.Info,
        true, Description, Help + "AGM2006.md");

    public static readonly DiagnosticDescriptor ToolDefinition = new(
        "AGM2007", "A tool of an agent or assistant", Format, Agents, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM2007.md");

    public static readonly DiagnosticDescriptor ToolResource = new(
        "AGM2008", "Files or vector stores of a tool", Format, Agents, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM2008.md");

    public static readonly DiagnosticDescriptor AgentProperty = new(
        "AGM2009", "A property of an agent or assistant", Format, Agents, DiagnosticSeverity.Info,
        true, Description, Help + "AGM2009.md");
}
