using AgentsMigration.Emulator.Files;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Containers;

internal sealed class ContainerStore(Workspace workspace, EmulatorOptions options)
{
    private readonly OrderedDictionary<string, Container> _all = [];

    public IEnumerable<Container> All
    {
        get
        {
            foreach (Container container in _all.Values) container.CheckExpired(workspace.Now);
            return _all.Values;
        }
    }

    public Container Create(
        string name, IReadOnlyList<string> fileIds, string param, TimeSpan? lifetime, JsonObject settings)
    {
        List<StoredFile> files = [.. fileIds.Select(fileId => workspace.Files.Get(fileId, param))];
        string id = workspace.Ids.Trailing("cntr_", Ids.NewPartition());
        Container container = new(
            id, name, Path.Combine(workspace.Folder, "containers", id), workspace.Now,
            lifetime ?? options.ContainerLifetime, settings);
        foreach (StoredFile file in files) Mount(container, file);
        _all.Add(id, container);
        return container;
    }

    public Container Get(string id, string? param = null)
    {
        if (!_all.TryGetValue(id, out Container? container))
            throw Refusal.NotFound($"Container with id '{id}' not found.", param);
        container.CheckExpired(workspace.Now);
        return container;
    }

    /// <summary>Finds a container to work with: an expired one is refused, a live one gets a new lease.</summary>
    public Container Touch(string id, string? param = null)
    {
        Container container = Get(id, param);
        if (container.Expired) throw Refusal.Bad("Container is expired.", param);
        container.Touch(workspace.Now);
        return container;
    }

    public void Delete(string id)
    {
        Container container = Get(id);
        _all.Remove(id);
        Directory.Delete(Path.GetDirectoryName(container.DataFolder)!, recursive: true);
    }

    /// <summary>Copies an uploaded file in, under the name the service gives it there.</summary>
    public ContainerFile Mount(Container container, StoredFile file)
    {
        string name = $"{file.Id}-{file.FileName}";
        ContainerFile? mounted = container.Files.Values.FirstOrDefault(existing => existing.FileName == name);
        if (mounted is not null) return mounted;
        string path = Path.Combine(container.DataFolder, name);
        File.Copy(file.Path, path, overwrite: true);
        return container.Add(workspace.Ids, path, name, "user", workspace.Now);
    }
}
