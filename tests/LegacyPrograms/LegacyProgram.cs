using AgentsMigration.TestSupport;

namespace AgentsMigration.LegacyPrograms;

/// <summary>A program of the Programs folder: whole, ordinary, and written for the legacy SDK that its parent folder names.</summary>
public sealed record LegacyProgram(string Sdk, string Name)
{
    public static string Root { get; } = Path.Combine(SharedFolder.RepositoryRoot, "tests", "LegacyPrograms");

    public string Folder => Path.Combine(Root, "Programs", Sdk, Name);

    /// <summary>True for the family whose package restores, so that it really runs.</summary>
    public bool Runs => Sdk.StartsWith("OpenAI", StringComparison.Ordinal);

    /// <summary>False for words that only a version of the package has which no version of Azure.AI.Projects runs with.</summary>
    public bool FitsProjects => Runs && ToString() != "OpenAI215/QuickStart";

    public IReadOnlyList<string> Sources => [.. Directory.GetFiles(Folder, "*.cs").Order(StringComparer.Ordinal)];

    /// <summary>What the user types, if the program asks.</summary>
    public string Input => Path.Combine(Folder, "input.txt") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    public static IReadOnlyList<LegacyProgram> All { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Root, "Programs")).Order(StringComparer.Ordinal)
            .SelectMany(sdk => Directory.GetDirectories(sdk).Order(StringComparer.Ordinal))
            .Select(folder => new LegacyProgram(Path.GetFileName(Path.GetDirectoryName(folder)!), Path.GetFileName(folder))),
    ];

    public static TheoryData<string> Names(Func<LegacyProgram, bool> filter) => [.. All.Where(filter).Select(program => program.ToString())];

    public static LegacyProgram Find(string name) => All.Single(program => program.ToString() == name);

    public override string ToString() => $"{Sdk}/{Name}";
}
