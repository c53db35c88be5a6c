using System.Text.Json;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>
/// Finds properties that no applicable schema declares. Schemas are open, so a misspelt name is valid and ignored by
/// the service: a body of ours should have none.
/// </summary>
internal static class UndeclaredProperties
{
    public static IReadOnlyList<SchemaError> Find(SchemaNode node, JsonElement value)
    {
        List<SchemaError> errors = [];
        Visit([node], value, JsonPath.Root, errors);
        return errors;
    }

    private static void Visit(IReadOnlyList<SchemaNode> nodes, JsonElement value, JsonPath path, List<SchemaError> errors)
    {
        HashSet<SchemaNode> applicable = [];
        foreach (SchemaNode node in nodes)
        {
            Collect(node, value, applicable);
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            SchemaNode[] items = [.. applicable.Select(node => node.Items).OfType<SchemaNode>()];
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                Visit(items, item, path.Index(index++), errors);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            VisitObject(applicable, value, path, errors);
        }
    }

    private static void VisitObject(
        HashSet<SchemaNode> applicable, JsonElement value, JsonPath path, List<SchemaError> errors)
    {
        // An object of which nothing is said, or whose further properties have a schema, may hold any name.
        bool isOpen = applicable.All(node => node.Properties is null)
            || applicable.Any(node => node.AdditionalProperties is { IsNever: false });
        foreach (JsonProperty property in value.EnumerateObject())
        {
            SchemaNode[] declared = [
                .. applicable.Select(node => node.Properties?.GetValueOrDefault(property.Name)).OfType<SchemaNode>(),
            ];
            if (declared.Length > 0)
            {
                Visit(declared, property.Value, path.Property(property.Name), errors);
            }
            else if (!isOpen)
            {
                errors.Report(path.Property(property.Name), "is not declared");
            }
        }
    }

    /// <summary>The schema and all that it includes for this value; of alternatives, those that the value fits.</summary>
    private static void Collect(SchemaNode node, JsonElement value, HashSet<SchemaNode> applicable)
    {
        if (!applicable.Add(node))
        {
            return;
        }

        IEnumerable<SchemaNode> fitting = node.Choices
            .SelectMany(choice => choice.Branches)
            .Where(branch => SchemaEvaluator.Evaluate(branch, value).Count == 0);
        foreach (SchemaNode part in node.AllOf.Concat(fitting))
        {
            Collect(part, value, applicable);
        }

        if (node.Reference is { } reference)
        {
            Collect(reference, value, applicable);
        }

        if (node.Mapping is { } mapping
            && JsonValues.TextOf(value, mapping.Property) is { } kind
            && mapping.Kinds.TryGetValue(kind, out SchemaNode? schema))
        {
            Collect(schema, value, applicable);
        }
    }
}
