using System.Collections.Concurrent;

namespace AgentsMigration.Gateway.Fuzz;

/// <summary>Ids that answers have named: most requests are about something that is there.</summary>
internal sealed class IdPool
{
    private const int Kept = 50;
    private const int Recent = 6;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _ids = new();
    private readonly ConcurrentDictionary<string, string> _parents = new();

    public void Add(string id)
    {
        ConcurrentQueue<string> ids = _ids.GetOrAdd(KindOf(id), _ => new ConcurrentQueue<string>());
        ids.Enqueue(id);
        if (ids.Count > Kept)
            ids.TryDequeue(out _);
    }

    /// <summary>What it stands in: a message's thread, a step's run.</summary>
    public void Place(string id, string parent) => _parents[KindOf(parent) + id] = parent;

    public string? ParentOf(string id, string kind) => _parents.TryGetValue(kind + id, out string? parent) ? parent : null;

    public string Take(string kind, Random random)
    {
        string[] ids = _ids.TryGetValue(kind, out ConcurrentQueue<string>? known) ? [.. known] : [];
        // The newest: what is older has often been deleted.
        return ids.Length == 0 ? $"{kind}_none" : ids[ids.Length - 1 - random.Next(Math.Min(ids.Length, Recent))];
    }

    private static string KindOf(string id) => id.Split('_', '-')[0];
}
