using System.Text.Json;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>Which texts a schema lets a value, or one property of it, have; null when any.</summary>
internal static class AllowedText
{
    public static IReadOnlySet<string>? OfProperty(SchemaNode node, string property) => OfProperty(node, property, []);

    private static IReadOnlySet<string>? OfProperty(SchemaNode node, string property, HashSet<SchemaNode> open)
    {
        // Schemas refer to themselves; one that is being looked at says nothing new.
        if (!open.Add(node))
        {
            return null;
        }

        IReadOnlySet<string>? allowed = Own(node, property)
            ?? Parts(node).Select(part => OfProperty(part, property, open)).FirstOrDefault(found => found is not null)
            ?? node.Choices.Select(choice => Union(choice, branch => OfProperty(branch, property, open)))
                .FirstOrDefault(found => found is not null);
        open.Remove(node);
        return allowed;
    }

    private static IReadOnlySet<string>? Own(SchemaNode node, string property)
    {
        // What is no object has no property: none of its values will do.
        if (node.Types is { } types && !types.Contains("object"))
        {
            return new HashSet<string>();
        }

        return node.Properties?.GetValueOrDefault(property) is { } schema ? OfValue(schema, []) : null;
    }

    private static IReadOnlySet<string>? OfValue(SchemaNode node, HashSet<SchemaNode> open)
    {
        if (node.Enum is { } values)
        {
            return values.Where(value => value.ValueKind == JsonValueKind.String)
                .Select(value => value.GetString()!)
                .ToHashSet(StringComparer.Ordinal);
        }

        // A null has no text to compare: it constrains to none.
        if (node.Types is ["null"])
        {
            return new HashSet<string>();
        }

        if (!open.Add(node))
        {
            return null;
        }

        IReadOnlySet<string>? allowed = Parts(node).Select(part => OfValue(part, open))
            .FirstOrDefault(found => found is not null)
            ?? node.Choices.Select(choice => Union(choice, branch => OfValue(branch, open)))
                .FirstOrDefault(found => found is not null);
        open.Remove(node);
        return allowed;
    }

    private static IEnumerable<SchemaNode> Parts(SchemaNode node) =>
        node.Reference is { } reference ? node.AllOf.Prepend(reference) : node.AllOf;

    private static HashSet<string>? Union(SchemaChoice choice, Func<SchemaNode, IReadOnlySet<string>?> allowed)
    {
        HashSet<string> union = new(StringComparer.Ordinal);
        foreach (SchemaNode branch in choice.Branches)
        {
            if (allowed(branch) is not { } some)
            {
                return null;
            }

            union.UnionWith(some);
        }

        return union;
    }
}
