namespace AgentsMigration.Analyzers.Model;

/// <summary>A type of a legacy SDK with those of its members that a migration must touch.</summary>
public sealed class LegacyType
{
    private readonly Dictionary<string, LegacyMember> _members = new(StringComparer.Ordinal);

    internal LegacyType(string name, TypeRole role, Equivalent equivalent)
    {
        Name = name;
        Role = role;
        Equivalent = equivalent;
    }

    public string Name { get; }

    public TypeRole Role { get; }

    public Equivalent Equivalent { get; }

    public LegacyFamily Family { get; private set; }

    public string Namespace { get; private set; } = "";

    public IReadOnlyDictionary<string, LegacyMember> Members => _members;

    internal LegacyMember this[string member]
    {
        set => _members.Add(member, value);
    }

    internal LegacyType In(LegacyFamily family, string @namespace)
    {
        Family = family;
        Namespace = @namespace;
        return this;
    }

    /// <summary>The same type under another name, as the generations renamed them; not yet of a family.</summary>
    internal LegacyType Renamed(string name, Func<string, string> renameType)
    {
        LegacyType copy = new(name, Role, Equivalent);
        foreach (KeyValuePair<string, LegacyMember> member in _members)
        {
            string? returns = member.Value.Returns;
            copy[member.Key] = new LegacyMember(member.Value.Equivalent, returns is null ? null : renameType(returns));
        }

        return copy;
    }

    /// <summary>Finds a member; the methods are listed without their Async suffix.</summary>
    public LegacyMember? Member(string name)
    {
        if (_members.TryGetValue(name, out LegacyMember? member)) return member;
        return name.EndsWith("Async", StringComparison.Ordinal)
            && _members.TryGetValue(name.Substring(0, name.Length - "Async".Length), out member) ? member : null;
    }
}
