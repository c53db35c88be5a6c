namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>What a property or constant of a legacy type becomes.</summary>
internal sealed class MemberRule
{
    private MemberRule(string? path, string? lost, Action<RewriteContext, MemberUse>? custom)
    {
        Path = path;
        Lost = lost;
        Custom = custom;
    }

    /// <summary>What is asked of the receiver instead: a name, or a way through several.</summary>
    public string? Path { get; }

    /// <summary>Why there is nothing that it could become.</summary>
    public string? Lost { get; }

    public Action<RewriteContext, MemberUse>? Custom { get; }

    public static implicit operator MemberRule(string path) => new(path, null, null);

    public static MemberRule None(string reason) => new(null, reason, null);

    public static MemberRule By(Action<RewriteContext, MemberUse> rule) => new(null, null, rule);
}
