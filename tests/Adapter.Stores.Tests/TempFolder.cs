namespace AgentsMigration.Adapter.Stores.Tests;

/// <summary>A folder that is gone when its test has ended.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stores-");

    public string Path => _folder.FullName;

    public string StateFile => File("state.db");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
