using System.Collections.Concurrent;

namespace AgentsMigration.Emulator.State;

/// <summary>
/// One workspace for OpenAI, one for Azure OpenAI and one per Foundry project, made at first use, on disk below one
/// temporary folder.
/// </summary>
internal sealed class Workspaces(EmulatorOptions options) : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("agents-emulator-");
    private readonly ConcurrentDictionary<(Surface, string), Lazy<Workspace>> _all = [];
    private int _counter;

    /// <summary>Where the interpreter's own Python files go.</summary>
    public string LibraryFolder => Path.Combine(_root.FullName, "library");

    /// <summary>Finds a workspace.</summary>
    /// <param name="surface">The service.</param>
    /// <param name="project">A Foundry project's name, in any case; null elsewhere.</param>
    public Workspace Get(Surface surface, string? project) => _all.GetOrAdd(
        (surface, project?.ToLowerInvariant() ?? ""), _ => new Lazy<Workspace>(() => Create(surface))).Value;

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

    private Workspace Create(Surface surface) =>
        new(surface, Path.Combine(_root.FullName, Interlocked.Increment(ref _counter).ToString()), options);
}
