using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Containers;

/// <summary>
/// A sandbox: a directory that stands for <c>/mnt/data</c>, and the files that the service knows in it.
/// </summary>
internal sealed class Container(
    string id, string name, string folder, long createdAt, TimeSpan lifetime, JsonObject settings)
{
    public const string MountPoint = "/mnt/data";

    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>What <c>/mnt/data</c> is on this machine.</summary>
    public string DataFolder { get; } = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;

    /// <summary>Displayed images: container files too, but not in the code's way.</summary>
    public string ImageFolder { get; } = Directory.CreateDirectory(Path.Combine(folder, "images")).FullName;

    public string WorkFolder { get; } = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;

    public OrderedDictionary<string, ContainerFile> Files { get; } = [];

    public long LastActiveAt { get; private set; } = createdAt;

    private long CreatedAt { get; } = createdAt;

    public bool Expired { get; private set; }

    /// <summary>One run at a time: two calls in one container share its files.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public string? MemoryLimit => settings["memory_limit"]?.GetValue<string>();

    /// <summary>Lets the container die of idleness; it never comes back.</summary>
    public bool CheckExpired(long now) => Expired |= now >= LastActiveAt + (long)lifetime.TotalSeconds;

    public void Touch(long now) => LastActiveAt = now;

    public ContainerFile Add(Ids ids, string path, string fileName, string source, long now)
    {
        string fileId = ids.Plain("cfile_");
        ContainerFile file = new(fileId, Id, $"{MountPoint}/{fileName}", path, source, new FileInfo(path).Length, now);
        Files.Add(fileId, file);
        return file;
    }

    /// <summary>Adds a displayed image; such a file is named after its own id.</summary>
    public ContainerFile AddImage(Ids ids, string path, long now)
    {
        string fileId = ids.Plain("cfile_");
        string name = $"{MountPoint}/{fileId}{Path.GetExtension(path)}";
        ContainerFile file = new(fileId, Id, name, path, "assistant", new FileInfo(path).Length, now);
        Files.Add(fileId, file);
        return file;
    }

    public JsonObject ToJson()
    {
        JsonObject body = new()
        {
            ["id"] = Id,
            ["object"] = "container",
            ["created_at"] = CreatedAt,
            ["status"] = Expired ? "expired" : "running",
            ["expires_after"] = new JsonObject
            {
                ["anchor"] = "last_active_at",
                ["minutes"] = (int)Math.Ceiling(lifetime.TotalMinutes),
            },
            ["last_active_at"] = LastActiveAt,
        };
        if (settings["memory_limit"] is { } memory) body["memory_limit"] = memory.DeepClone();
        body["name"] = Name;
        if (settings["network_policy"] is { } network) body["network_policy"] = network.DeepClone();
        return body;
    }
}
