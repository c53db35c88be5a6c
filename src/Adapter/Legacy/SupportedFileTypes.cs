namespace AgentsMigration.Adapter.Legacy;

/// <summary>
/// The file formats that the legacy services take for one tool or the other, as documented and as their refusals list them
/// (docs/wire.md, Files): which tool may read a file is not known when it is uploaded.
/// </summary>
internal static class SupportedFileTypes
{
    private static readonly string[] Extensions =
    [
        "c", "cpp", "cs", "css", "csv", "doc", "docx", "gif", "go", "html", "java", "jpeg", "jpg", "js", "json", "md", "pdf",
        "php", "pkl", "png", "pptx", "py", "rb", "sh", "tar", "tex", "ts", "txt", "webp", "xlsx", "xml", "zip",
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
