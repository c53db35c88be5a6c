namespace AgentsMigration.Analyzers.Model;

/// <summary>A method, property, enum value or parameter of a legacy SDK.</summary>
public sealed class LegacyMember
{
    internal LegacyMember(Equivalent equivalent, string? returns)
    {
        Equivalent = equivalent;
        Returns = returns;
    }

    public Equivalent Equivalent { get; }

    /// <summary>The simple name of the legacy type behind its result, shells and collections taken off.</summary>
    public string? Returns { get; }

    public static implicit operator LegacyMember(Equivalent equivalent) => new(equivalent, returns: null);
}
