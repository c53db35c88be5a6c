namespace AgentsMigration.TestSupport.Schemas;

/// <summary>
/// A <c>discriminator</c> with a <c>mapping</c> on a base schema: the Azure documents write
/// "an item" as the base type only and leave its kinds to the mapping.
/// </summary>
internal sealed record SchemaMapping(string Property, IReadOnlyDictionary<string, SchemaNode> Kinds);
