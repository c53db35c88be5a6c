using System.Text.Json;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>Checks a value against a compiled schema and reports what is wrong where.</summary>
internal static class SchemaEvaluator
{
    public static IReadOnlyList<SchemaError> Evaluate(SchemaNode node, JsonElement value)
    {
        List<SchemaError> errors = [];
        Check(node, value, JsonPath.Root, errors, followed: null);
        return [.. errors.Distinct().OrderByDescending(error => error.Depth)];
    }

    private static void Check(
        SchemaNode node, JsonElement value, JsonPath path, List<SchemaError> errors, Followed? followed)
    {
        if (node.Nullable && value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (node.IsNever)
        {
            errors.Report(path, "is not allowed");
            return;
        }

        if (node.Types is { } types && !types.Any(type => JsonValues.IsOfType(value, type)))
        {
            // Nothing further can be said about a value of the wrong type.
            errors.Report(path, $"expected {string.Join(" or ", types)}, got {JsonValues.Describe(value)}");
            return;
        }

        if (node.Enum is { } allowed && !allowed.Any(one => JsonElement.DeepEquals(one, value)))
        {
            errors.Report(path, $"{JsonValues.Describe(value)} is none of {string.Join(", ", allowed.Select(JsonValues.Describe))}");
        }

        CheckComposition(node, value, path, errors, followed);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(node, value, path, errors);
                break;
            case JsonValueKind.Array:
                CheckArray(node, value, path, errors);
                break;
            case JsonValueKind.String:
                Limits.CheckText(node, value.GetString()!, path, errors);
                break;
            case JsonValueKind.Number:
                Limits.CheckNumber(node, value.GetDouble(), path, errors);
                break;
            default:
                break;
        }
    }

    private static void CheckComposition(
        SchemaNode node, JsonElement value, JsonPath path, List<SchemaError> errors, Followed? followed)
    {
        if (node.Reference is { } reference)
        {
            Check(reference, value, path, errors, followed);
        }

        foreach (SchemaNode part in node.AllOf)
        {
            Check(part, value, path, errors, followed);
        }

        foreach (SchemaChoice choice in node.Choices)
        {
            CheckChoice(choice, value, path, errors, followed);
        }

        if (node.Not is { } not && Passes(not, value, path))
        {
            errors.Report(path, "matches what the schema rules out");
        }

        // A kind includes its base by allOf; following the base's mapping back to the kind would not end.
        if (node.Mapping is { } mapping && !Followed.Contains(followed, mapping))
        {
            CheckMapping(mapping, value, path, errors, new Followed(mapping, followed));
        }
    }

    private static void CheckChoice(
        SchemaChoice choice, JsonElement value, JsonPath path, List<SchemaError> errors, Followed? followed)
    {
        IReadOnlyList<SchemaNode> branches = choice.Branches;
        if (JsonValues.TextOf(value, choice.Property) is { } kind)
        {
            branches = choice.Narrow(kind);
            if (branches.Count == 0)
            {
                errors.Report(path.Property(choice.Property), $"'{kind}' is none of {choice.KnownValues()}");
                return;
            }
        }

        List<SchemaError>? best = null;
        foreach (SchemaNode branch in branches)
        {
            List<SchemaError> found = [];
            Check(branch, value, path, found, followed);
            if (found.Count == 0)
            {
                return;
            }

            best = best is null || IsCloser(found, best) ? found : best;
        }

        errors.AddRange(best ?? []);
    }

    /// <summary>The branch that was meant is the one whose first fault lies deepest; then the one with fewest.</summary>
    private static bool IsCloser(List<SchemaError> candidate, List<SchemaError> best)
    {
        int deeper = candidate.Min(error => error.Depth).CompareTo(best.Min(error => error.Depth));
        return deeper > 0 || (deeper == 0 && candidate.Count < best.Count);
    }

    private static void CheckMapping(
        SchemaMapping mapping, JsonElement value, JsonPath path, List<SchemaError> errors, Followed followed)
    {
        if (JsonValues.TextOf(value, mapping.Property) is not { } kind)
        {
            return;
        }

        if (mapping.Kinds.TryGetValue(kind, out SchemaNode? schema))
        {
            Check(schema, value, path, errors, followed);
        }
        else
        {
            string known = string.Join(", ", mapping.Kinds.Keys);
            errors.Report(path.Property(mapping.Property), $"'{kind}' is none of {known}");
        }
    }

    private static void CheckObject(SchemaNode node, JsonElement value, JsonPath path, List<SchemaError> errors)
    {
        foreach (string name in node.Required)
        {
            if (!value.TryGetProperty(name, out _))
            {
                errors.Report(path, $"lacks '{name}'");
            }
        }

        int count = 0;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            count++;
            if (node.PropertyNames is { } names)
            {
                JsonElement name = JsonSerializer.SerializeToElement(property.Name);
                Check(names, name, path.Property(property.Name), errors, followed: null);
            }

            if (node.Properties?.GetValueOrDefault(property.Name) is { } declared)
            {
                Check(declared, property.Value, path.Property(property.Name), errors, followed: null);
            }
            else if (node.AdditionalProperties is { } additional)
            {
                Check(additional, property.Value, path.Property(property.Name), errors, followed: null);
            }
        }

        Limits.CheckCount(count, node.MinProperties, node.MaxProperties, "properties", path, errors);
    }

    private static void CheckArray(SchemaNode node, JsonElement value, JsonPath path, List<SchemaError> errors)
    {
        Limits.CheckCount(value.GetArrayLength(), node.MinItems, node.MaxItems, "items", path, errors);
        if (node.Items is not { } items)
        {
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Check(items, item, path.Index(index++), errors, followed: null);
        }
    }

    private static bool Passes(SchemaNode node, JsonElement value, JsonPath path)
    {
        List<SchemaError> errors = [];
        Check(node, value, path, errors, followed: null);
        return errors.Count == 0;
    }

    /// <summary>The mappings already followed at the value being checked.</summary>
    private sealed record Followed(SchemaMapping Mapping, Followed? Rest)
    {
        public static bool Contains(Followed? followed, SchemaMapping mapping) =>
            followed is not null && (ReferenceEquals(followed.Mapping, mapping) || Contains(followed.Rest, mapping));
    }
}
