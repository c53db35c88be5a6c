using System.Runtime.CompilerServices;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Pages that the tests write.</summary>
internal static class Documents
{
    /// <summary>Fails when the page is stale; writes it when AGENTSMIGRATION_WRITE_DOCS is set.</summary>
    public static void AssertCurrent(string path, string content)
    {
        string file = Path.Combine(Root(), path);
        if (Environment.GetEnvironmentVariable("AGENTSMIGRATION_WRITE_DOCS") is { Length: > 0 })
            File.WriteAllText(file, content);
        Assert.True(File.Exists(file), $"{path} is missing: run the tests once with AGENTSMIGRATION_WRITE_DOCS=1.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), content);
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path)).ReplaceLineEndings("\n");

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
