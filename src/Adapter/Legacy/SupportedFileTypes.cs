namespace AgentsMigration.Adapter.Legacy;

/// <summary>The file formats that the documented legacy service takes for its tools (docs/wire.md, Files).</summary>
internal static class SupportedFileTypes
{
    private static readonly string[] Extensions =
    [
        "c", "cpp", "css", "csv", "docx", "gif", "html", "java", "jpeg", "jpg", "js", "json", "md", "pdf", "php",
        "png", "pptx", "py", "rb", "tar", "tex", "ts", "txt", "xlsx", "xml", "zip",
    ];

    private static readonly HashSet<string> Known = new(Extensions, StringComparer.OrdinalIgnoreCase);

    public static string Listing { get; } = string.Join(", ", Extensions.Select(extension => $"\"{extension}\""));

    /// <summary>A name without an extension passes: the service looks at the content then.</summary>
    public static bool Accepts(string filename, out string extension)
    {
        int dot = filename.LastIndexOf('.');
        extension = dot < 0 ? "" : filename.Substring(dot + 1).ToLowerInvariant();
        return extension.Length == 0 || Known.Contains(extension);
    }
}
