namespace AgentsMigration.Emulator.CodeInterpreter;

/// <summary>The files of a directory at one moment, to tell what a run made or changed.</summary>
internal sealed class FolderSnapshot
{
    // Links are not followed: they may lead out of the directory.
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private readonly Dictionary<string, (long Length, DateTime Written)> _files;

    private FolderSnapshot(Dictionary<string, (long Length, DateTime Written)> files) => _files = files;

    public static FolderSnapshot Of(string folder) => new(
        new DirectoryInfo(folder).EnumerateFiles("*", Below)
            .Where(file => file.Directory!.Name != "__pycache__")
            .ToDictionary(file => file.FullName, file => (file.Length, file.LastWriteTimeUtc)));

    public IReadOnlyList<string> ChangesTo(FolderSnapshot later) =>
    [
        .. later._files
            .Where(file => !_files.TryGetValue(file.Key, out var before) || before != file.Value)
            .OrderBy(file => file.Value.Written)
            .ThenBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => file.Key),
    ];
}
