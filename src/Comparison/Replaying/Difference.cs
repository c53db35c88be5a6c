namespace AgentsMigration.Comparison.Replaying;

/// <summary>One place where our answer is not what the service answered.</summary>
internal sealed record Difference(string Path, string What)
{
    public override string ToString() => $"{Path}: {What}";
}
