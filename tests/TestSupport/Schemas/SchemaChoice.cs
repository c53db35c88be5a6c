namespace AgentsMigration.TestSupport.Schemas;

/// <summary>
/// The branches of an <c>anyOf</c> or <c>oneOf</c>. Both mean "at least one": the official <c>oneOf</c>s overlap
/// (an input message with a <c>type</c> is an <c>EasyInputMessage</c> and an <c>InputMessage</c>), so that
/// "exactly one" would refuse what the real service sends. A declared discriminator narrows the branches.
/// </summary>
internal sealed class SchemaChoice(SchemaNode[] branches, string? discriminator)
{
    private IReadOnlySet<string>?[]? _constraints;

    public SchemaNode[] Branches { get; } = branches;

    /// <summary>The property by which errors tell the branches apart.</summary>
    public string Property { get; } = discriminator ?? "type";

    /// <summary>
    /// The branches that this value of <see cref="Property"/> leaves. With a declared discriminator, branches that
    /// name the value push out those that leave the property open.
    /// </summary>
    public List<SchemaNode> Narrow(string value)
    {
        // Filled on first use and not in the constructor: branches may refer back to the schema being compiled.
        IReadOnlySet<string>?[] constraints = _constraints
            ??= [.. Branches.Select(branch => AllowedText.OfProperty(branch, Property))];
        List<SchemaNode> named = [];
        List<SchemaNode> possible = [];
        for (int i = 0; i < Branches.Length; i++)
        {
            if (constraints[i] is not { } allowed)
            {
                possible.Add(Branches[i]);
            }
            else if (allowed.Contains(value))
            {
                named.Add(Branches[i]);
                possible.Add(Branches[i]);
            }
        }

        return discriminator is not null && named.Count > 0 ? named : possible;
    }

    public string KnownValues()
    {
        IEnumerable<string> known = Branches
            .SelectMany(branch => AllowedText.OfProperty(branch, Property) ?? (IEnumerable<string>)[]);
        return string.Join(", ", known.Distinct(StringComparer.Ordinal));
    }
}
