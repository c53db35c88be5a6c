using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Tenancy;

/// <summary>What one tenant's operations work with: its part of the state, and its way to the target.</summary>
internal sealed record TenantContext
{
    public required V2Target Target { get; init; }

    public required HttpMessageInvoker Http { get; init; }

    public required IDocumentStore Documents { get; init; }

    public required IBlobStore Blobs { get; init; }

    /// <summary>Null where there is one tenant only: everything is its own.</summary>
    public Ownership? Ownership { get; init; }
}
