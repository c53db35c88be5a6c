using System.Globalization;
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
            Report(errors, path, "is not allowed");
            return;
        }

        if (node.Types is { } types && !types.Any(type => IsOfType(value, type)))
        {
            // Nothing further can be said about a value of the wrong type.
            Report(errors, path, $"expected {string.Join(" or ", types)}, got {Describe(value)}");
            return;
        }

        if (node.Enum is { } allowed && !allowed.Any(one => JsonElement.DeepEquals(one, value)))
        {
            Report(errors, path, $"{Describe(value)} is none of {string.Join(", ", allowed.Select(Describe))}");
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
                CheckString(node, value.GetString()!, path, errors);
                break;
            case JsonValueKind.Number:
                CheckNumber(node, value.GetDouble(), path, errors);
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
            Report(errors, path, "matches what the schema rules out");
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
        if (TextOf(value, choice.Property) is { } kind)
        {
            branches = choice.Narrow(kind);
            if (branches.Count == 0)
            {
                Report(errors, path.Property(choice.Property), $"'{kind}' is none of {choice.KnownValues()}");
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
        if (TextOf(value, mapping.Property) is not { } kind)
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
            Report(errors, path.Property(mapping.Property), $"'{kind}' is none of {known}");
        }
    }

    private static void CheckObject(SchemaNode node, JsonElement value, JsonPath path, List<SchemaError> errors)
    {
        foreach (string name in node.Required)
        {
            if (!value.TryGetProperty(name, out _))
            {
                Report(errors, path, $"lacks '{name}'");
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

        CheckRange(count, node.MinProperties, node.MaxProperties, "properties", path, errors);
    }

    private static void CheckArray(SchemaNode node, JsonElement value, JsonPath path, List<SchemaError> errors)
    {
        CheckRange(value.GetArrayLength(), node.MinItems, node.MaxItems, "items", path, errors);
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

    private static void CheckString(SchemaNode node, string text, JsonPath path, List<SchemaError> errors)
    {
        if (node.MinLength is not null || node.MaxLength is not null)
        {
            // Lengths count code points, not UTF-16 units.
            CheckRange(text.EnumerateRunes().Count(), node.MinLength, node.MaxLength, "characters", path, errors);
        }

        if (node.Pattern is { } pattern && !pattern.IsMatch(text))
        {
            Report(errors, path, $"'{text}' does not match {pattern}");
        }
    }

    private static void CheckNumber(SchemaNode node, double number, JsonPath path, List<SchemaError> errors)
    {
        if (number < node.Minimum || number <= node.ExclusiveMinimum)
        {
            Report(errors, path, Format($"{number} is below {node.Minimum ?? node.ExclusiveMinimum}"));
        }

        if (number > node.Maximum || number >= node.ExclusiveMaximum)
        {
            Report(errors, path, Format($"{number} is above {node.Maximum ?? node.ExclusiveMaximum}"));
        }
    }

    private static void CheckRange(
        int count, int? least, int? most, string what, JsonPath path, List<SchemaError> errors)
    {
        if (count < least)
        {
            Report(errors, path, Format($"has {count} {what}, at least {least} expected"));
        }

        if (count > most)
        {
            Report(errors, path, Format($"has {count} {what}, at most {most} expected"));
        }
    }

    private static bool Passes(SchemaNode node, JsonElement value, JsonPath path)
    {
        List<SchemaError> errors = [];
        Check(node, value, path, errors, followed: null);
        return errors.Count == 0;
    }

    private static string? TextOf(JsonElement value, string property) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty(property, out JsonElement text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"Schema type '{type}'."),
    };

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        _ => value.GetRawText(),
    };

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Report(List<SchemaError> errors, JsonPath path, string message) =>
        errors.Add(new SchemaError(path.ToString(), message, path.Depth));

    /// <summary>The mappings already followed at the value being checked.</summary>
    private sealed record Followed(SchemaMapping Mapping, Followed? Rest)
    {
        public static bool Contains(Followed? followed, SchemaMapping mapping) =>
            followed is not null && (ReferenceEquals(followed.Mapping, mapping) || Contains(followed.Rest, mapping));
    }
}
