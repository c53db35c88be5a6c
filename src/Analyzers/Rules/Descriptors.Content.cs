using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Rules;

public static partial class Descriptors
{
    private const string Content = "Migration.Content";

    public static readonly DiagnosticDescriptor MessageContent = new(
        "AGM5001", "The content of a message", Format, Content, DiagnosticSeverity.Info,
        true, Description, Help + "AGM5001.md");

    public static readonly DiagnosticDescriptor TextContent = new(
        "AGM5002", "Text of a message", Format, Content, DiagnosticSeverity.Info,
        true, Description, Help + "AGM5002.md");

    public static readonly DiagnosticDescriptor ImageContent = new(
        "AGM5003", "An image that the code interpreter made", Format, Content, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM5003.md");

    public static readonly DiagnosticDescriptor FilePathAnnotation = new(
        "AGM5004", "A file that the code interpreter made", Format, Content, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM5004.md");

    public static readonly DiagnosticDescriptor CitationAnnotation = new(
        "AGM5005", "A citation in a message", Format, Content, DiagnosticSeverity.Info,
        true, Description, Help + "AGM5005.md");

    public static readonly DiagnosticDescriptor InputContent = new(
        "AGM5006", "Content of a message that the app writes", Format, Content, DiagnosticSeverity.Info,
        true, Description, Help + "AGM5006.md");

    public static readonly DiagnosticDescriptor UploadFile = new(
        "AGM5007", "A file is uploaded", Format, Content, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM5007.md");

    public static readonly DiagnosticDescriptor ManageFile = new(
        "AGM5008", "Files are read or deleted", Format, Content, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM5008.md");

    public static readonly DiagnosticDescriptor FileContent = new(
        "AGM5009", "The content of a file is downloaded", Format, Content, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM5009.md");

    public static readonly DiagnosticDescriptor FileProperty = new(
        "AGM5010", "A property or purpose of a file", Format, Content, DiagnosticSeverity.Info,
        true, Description, Help + "AGM5010.md");

    public static readonly DiagnosticDescriptor VectorStore = new(
        "AGM5011", "A vector store is used", Format, Content, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM5011.md");

    public static readonly DiagnosticDescriptor VectorStoreFile = new(
        "AGM5012", "Files of a vector store are used", Format, Content, DiagnosticSeverity.Warning,
        true, Description, Help + "AGM5012.md");
}
