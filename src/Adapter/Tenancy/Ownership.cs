using System.Collections.Concurrent;
using System.Text;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Tenancy;

/// <summary>
/// Which tenant made what on the target that all of them share. A named tenant has what is claimed for it; the default one has
/// what nobody has claimed.
/// </summary>
internal sealed class Ownership(IDocumentStore documents, string tenant, OwnerCache cache)
{
    private const string Kind = "owner";

    public async ValueTask<bool> HasAsync(V2Object what, CancellationToken cancellationToken) =>
        await FindOwnerAsync(what, cancellationToken).ConfigureAwait(false) == tenant;

    /// <summary>Before anybody is told of the object; the first claim stands.</summary>
    public async ValueTask ClaimAsync(V2Object what, CancellationToken cancellationToken)
    {
        if (tenant == TenantName.Default || cache.Find(what) is not null)
            return;
        byte[] owner = Encoding.UTF8.GetBytes($"\"{tenant}\"");
        if (await documents.TryAddAsync(new Document(Key(what), tenant, owner), cancellationToken).ConfigureAwait(false))
            cache.Keep(what, tenant);
    }

    public async ValueTask ForgetAsync(V2Object what, CancellationToken cancellationToken)
    {
        cache.Forget(what);
        await documents.TryDeleteAsync(Key(what), null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<string> FindOwnerAsync(V2Object what, CancellationToken cancellationToken)
    {
        if (cache.Find(what) is { } known)
            return known;
        if (await documents.GetAsync(Key(what), cancellationToken).ConfigureAwait(false) is not { } stored)
            return TenantName.Default;
        string owner = Encoding.UTF8.GetString(stored.Document.Content.ToArray()).Trim('"');
        cache.Keep(what, owner);
        return owner;
    }

    private static DocumentKey Key(V2Object what) => new(Kind, $"{what.Resource}/{what.Id}");
}

/// <summary>Owners that are known: an object never changes hands, and ids never come back.</summary>
internal sealed class OwnerCache
{
    private const int Capacity = 50_000;

    private readonly ConcurrentDictionary<V2Object, string> _owners = new();

    public string? Find(V2Object what) => _owners.TryGetValue(what, out string? owner) ? owner : null;

    public void Keep(V2Object what, string owner)
    {
        if (_owners.Count >= Capacity)
            _owners.Clear();
        _owners[what] = owner;
    }

    public void Forget(V2Object what) => _owners.TryRemove(what, out _);
}
