using Xunit;

namespace AgentsMigration.TestSupport;

/// <summary>
/// The folder with the official API descriptions (<c>specs</c>) and the recordings of the real services
/// (<c>recordings</c>). It is not part of the repository: tests that need it are skipped where it is absent.
/// </summary>
public static class SharedFolder
{
    /// <summary>Names the folder when it does not lie beside the repository.</summary>
    public const string Variable = "AGENTSMIGRATION_SHARED";

    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    private static readonly Lazy<string?> Located = new(
        () => Locate(Environment.GetEnvironmentVariable(Variable), RepositoryRoot));

    public static bool Exists => Located.Value is not null;

    /// <summary>The full path of a file or folder in it; skips the running test where the folder is absent.</summary>
    public static string Require(params string[] relativePath)
    {
        if (Located.Value is not { } root)
        {
            Assert.Skip($"Needs the shared specs and recordings: set {Variable} or put them in ../shared.");
            throw new InvalidOperationException("Unreachable: Assert.Skip throws.");
        }

        return Path.Combine([root, .. relativePath]);
    }

    /// <summary>File names under <c>recordings/{generation}</c>, in order; none where the folder is absent.</summary>
    public static IReadOnlyList<string> RecordingNames(string generation) => Located.Value is not { } root
        ? []
        : [.. Directory.EnumerateFiles(Path.Combine(root, "recordings", generation), "*.json")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    internal static string? Locate(string? named, string repositoryRoot)
    {
        if (!string.IsNullOrEmpty(named))
        {
            // A wrong setting must not turn half of the tests into skips that nobody notices.
            return Directory.Exists(named)
                ? named
                : throw new DirectoryNotFoundException($"{Variable} names '{named}', which does not exist.");
        }

        string beside = Path.GetFullPath(Path.Combine(repositoryRoot, "..", "shared"));
        return Directory.Exists(Path.Combine(beside, "specs")) ? beside : null;
    }

    private static string FindRepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Migration.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No Migration.sln above {AppContext.BaseDirectory}.");
    }
}
