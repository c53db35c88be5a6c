namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>A legacy operation, and the v2 call that the gateway makes of it, to the byte.</summary>
/// <param name="Name">Its route.</param>
/// <param name="Legacy">A request for the gateway: a run needs a thread of its own.</param>
/// <param name="V2">The request for the plain proxy.</param>
internal sealed record Operation(string Name, Func<byte[]> Legacy, byte[] V2);
