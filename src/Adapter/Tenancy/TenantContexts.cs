using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Tenancy;

/// <summary>Makes the contexts of tenants that share one target and one state.</summary>
internal sealed class TenantContexts(V2Target target, HttpMessageHandler transport, IDocumentStore documents, IBlobStore blobs)
{
    private readonly OwnerCache _owners = new();

    /// <summary>Of the only tenant: all of the state, and all of the target.</summary>
    public TenantContext Only(HttpMessageInvoker http) => new()
    {
        Target = target,
        Http = http,
        Documents = documents,
        Blobs = blobs,
    };

    /// <param name="name">The tenant's.</param>
    /// <param name="credential">Signs in to the target in place of the target's own.</param>
    public TenantContext Among(string name, IV2Credential? credential = null)
    {
        if (!TenantName.IsValid(name))
            throw new ArgumentException($"'{name}' is no tenant's name: lower-case letters, digits, '-', '_' and '.', at most 64.", nameof(name));
        V2Target own = credential is null ? target : target.SignedInWith(credential);
        Ownership ownership = new(documents, name, _owners);
        return new TenantContext
        {
            Target = own,
            // The transport is the adapter's: it outlives every tenant.
            Http = new HttpMessageInvoker(new OwnershipHandler(own, ownership, transport), disposeHandler: false),
            Documents = name == TenantName.Default ? documents : new TenantDocumentStore(documents, name),
            Blobs = blobs,
            Ownership = ownership,
        };
    }
}
