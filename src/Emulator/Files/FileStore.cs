using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Files;

/// <summary>The files of a workspace, oldest first.</summary>
internal sealed class FileStore(Workspace workspace)
{
    private readonly OrderedDictionary<string, StoredFile> _files = [];

    public string Folder { get; } = Directory.CreateDirectory(Path.Combine(workspace.Folder, "files")).FullName;

    public IEnumerable<StoredFile> All => _files.Values;

    public StoredFile Add(string purpose, UploadedForm form, long? lifetime)
    {
        string id = Ids.NewFile(workspace.IsAzure);
        string path = Path.Combine(Folder, id);
        form.MoveContentTo(path);
        StoredFile file = new(
            id, purpose, form.FileName!, new FileInfo(path).Length, workspace.Now, workspace.Now + lifetime, path);
        _files.Add(id, file);
        return file;
    }

    public StoredFile Get(string id, string param = "id")
    {
        if (_files.TryGetValue(id, out StoredFile? file))
        {
            if (file.ExpiresAt is null || file.ExpiresAt > workspace.Now) return file;
            Delete(id);
        }

        throw Refusal.NotFound($"No such File object: {id}", param);
    }

    public void Delete(string id)
    {
        if (!_files.Remove(id, out StoredFile? file)) throw Refusal.NotFound($"No such File object: {id}", "id");
        File.Delete(file.Path);
    }
}
