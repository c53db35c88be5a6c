namespace AgentsMigration.Comparison.Replaying;

/// <summary>One place where our answer is not what the service answered.</summary>
internal sealed record Difference(string Path, string What)
{
    /// <summary>The two values, where they are what differs.</summary>
    public string Recorded { get; init; } = "";

    /// <inheritdoc cref="Recorded"/>
    public string Ours { get; init; } = What;

    public override string ToString() => $"{Path}: {What}";
}
