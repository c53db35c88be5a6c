using System.Collections.Concurrent;

namespace AgentsMigration.Emulator.State;

/// <summary>
/// The OpenAI workspace and one per Foundry project, made at first use, on disk below one temporary folder.
/// </summary>
internal sealed class Workspaces(EmulatorOptions options) : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("agents-emulator-");
    private readonly ConcurrentDictionary<string, Lazy<Workspace>> _all = new(StringComparer.OrdinalIgnoreCase);
    private int _counter;

    /// <summary>Where the interpreter's own Python files go.</summary>
    public string LibraryFolder => Path.Combine(_root.FullName, "library");

    /// <summary>Finds a workspace.</summary>
    /// <param name="project">A Foundry project's name, or null for the OpenAI surface.</param>
    public Workspace Get(string? project) =>
        _all.GetOrAdd(project ?? "", _ => new Lazy<Workspace>(() => Create(project))).Value;

    public Task StopAsync() => Task.WhenAll(
        _all.Values.Where(workspace => workspace.IsValueCreated)
            .Select(workspace => workspace.Value.Responses.StopAsync()));

    public void Dispose()
    {
        try
        {
            _root.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A killed interpreter may still be letting go of its files; the system cleans its temporary folder.
        }
    }

    private Workspace Create(string? project) =>
        new(project, Path.Combine(_root.FullName, Interlocked.Increment(ref _counter).ToString()), options);
}
