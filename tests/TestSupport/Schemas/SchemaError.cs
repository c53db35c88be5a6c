namespace AgentsMigration.TestSupport.Schemas;

/// <summary>One place where a value breaks its schema.</summary>
/// <param name="Path">Where in the value, such as <c>$.output[0].type</c>.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Depth">How deep <paramref name="Path"/> goes; the deepest error is the most specific one.</param>
public sealed record SchemaError(string Path, string Message, int Depth)
{
    public override string ToString() => $"{Path}: {Message}";
}
