namespace AgentsMigration.TestSupport.Tests;

public sealed class SharedFolderTests : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("shared-folder-");

    private string Repository => Path.Combine(_parent.FullName, "repo");

    [Fact]
    public void RepositoryRoot_HoldsTheSolution() =>
        Assert.True(File.Exists(Path.Combine(SharedFolder.RepositoryRoot, "Migration.sln")));

    [Fact]
    public void Require_FolderThere_GivesPathsInIt()
    {
        Assert.SkipUnless(SharedFolder.Exists, "Needs the shared folder.");
        Assert.True(File.Exists(SharedFolder.Require("specs", "openai-2026-08.json")));
    }

    [Fact]
    public void Locate_NothingNamed_LooksBesideTheRepository()
    {
        Assert.Null(SharedFolder.Locate(null, Repository));
        string beside = Path.Combine(_parent.FullName, "shared");
        Directory.CreateDirectory(Path.Combine(beside, "specs"));
        Assert.Equal(beside, SharedFolder.Locate("", Repository));
    }

    [Fact]
    public void Locate_Named_WinsOverTheOneBeside()
    {
        Directory.CreateDirectory(Path.Combine(_parent.FullName, "shared", "specs"));
        Assert.Equal(_parent.FullName, SharedFolder.Locate(_parent.FullName, Repository));
    }

    [Fact]
    public void Locate_NamedButMissing_Throws()
    {
        DirectoryNotFoundException error = Assert.Throws<DirectoryNotFoundException>(
            () => SharedFolder.Locate(Path.Combine(_parent.FullName, "typo"), Repository));
        Assert.Contains(SharedFolder.Variable, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _parent.Delete(recursive: true);
}
