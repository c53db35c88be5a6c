using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Tool.Doctor.Checks;

/// <summary>Whether the app's kinds of files are taken.</summary>
internal static class FileTypeCheck
{
    private const string Name = "file types";

    public static IReadOnlyList<Finding> Run(DoctorSettings settings)
    {
        if (settings.Files.Count == 0)
            return [new Finding(Name, Verdict.Note, $"Taken with purpose assistants: {SupportedFileTypes.Listing.Replace("\"", "", StringComparison.Ordinal)}.")];
        return [.. settings.Files.Select(Judge)];
    }

    private static Finding Judge(string file) => SupportedFileTypes.Accepts(file, out string extension)
        ? new Finding(Name, Verdict.Ok, $"{Path.GetFileName(file)} is taken.")
        : new Finding(Name, Verdict.Problem, $"{Path.GetFileName(file)}: no file of type .{extension} is taken.", Advice.UnsupportedFile);
}
