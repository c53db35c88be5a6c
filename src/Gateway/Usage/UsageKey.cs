namespace AgentsMigration.Gateway.Usage;

/// <summary>Who calls what.</summary>
/// <param name="Tenant">As whom.</param>
/// <param name="Key">The first digits of the hash of the key that was sent; empty without keys.</param>
/// <param name="Client">The program.</param>
/// <param name="Operation">Method and template.</param>
internal readonly record struct UsageKey(string Tenant, string Key, string Client, string Operation);
