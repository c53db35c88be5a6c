using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentsMigration.TestSupport.Schemas;

/// <summary>Turns the schemas of one OpenAPI document into <see cref="SchemaNode"/>s, each reference once.</summary>
internal sealed class SchemaCompiler(JsonElement document)
{
    /// <summary>Keywords that never make a value invalid. Formats are annotations in OpenAPI.</summary>
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title", "description", "default", "example", "examples", "deprecated", "format", "readOnly", "writeOnly",
        "externalDocs", "xml", "contentMediaType", "contentEncoding", "$comment", "$recursiveAnchor",
        // Slips in the official documents that no validator knows.
        "optional", "min_items", "max_items",
    };

    private readonly Dictionary<string, SchemaNode> _referenced = new(StringComparer.Ordinal);

    /// <summary>The schema at a JSON pointer of the document, compiled once.</summary>
    public SchemaNode Compile(string reference)
    {
        if (_referenced.TryGetValue(reference, out SchemaNode? known))
        {
            return known;
        }

        JsonElement schema = JsonPointer.Resolve(document, reference);
        SchemaNode node = new();
        _referenced.Add(reference, node); // before it is filled: schemas refer to themselves
        try
        {
            Fill(node, schema, root: node, reference);
        }
        catch
        {
            _referenced.Remove(reference);
            throw;
        }

        return node;
    }

    private SchemaNode Child(JsonElement schema, SchemaNode root, string location)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return SchemaNode.Anything;
        }

        if (schema.ValueKind == JsonValueKind.False)
        {
            return SchemaNode.Nothing;
        }

        SchemaNode node = new();
        Fill(node, schema, root, location);
        return node;
    }

    private void Fill(SchemaNode node, JsonElement schema, SchemaNode root, string location)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            string here = location + "/" + keyword.Name;
            JsonElement value = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref":
                    node.Reference = Compile(value.GetString()!);
                    break;
                case "$recursiveRef":
                    node.Reference = root;
                    break;
                case "type":
                    node.Types = value.ValueKind == JsonValueKind.Array
                        ? [.. value.EnumerateArray().Select(type => type.GetString()!)]
                        : [value.GetString()!];
                    break;
                case "nullable":
                    node.Nullable = value.GetBoolean();
                    break;
                case "enum":
                    node.Enum = [.. value.EnumerateArray()];
                    break;
                case "const":
                    node.Enum = [value];
                    break;
                case "allOf":
                    node.AllOf = Children(value, root, here);
                    break;
                case "anyOf" or "oneOf":
                    node.Choices.Add(new SchemaChoice(Children(value, root, here), DiscriminatorProperty(schema)));
                    break;
                case "not":
                    node.Not = Child(value, root, here);
                    break;
                case "discriminator":
                    node.Mapping = Mapping(schema, value);
                    break;
                case "properties":
                    node.Properties = value.EnumerateObject()
                        .ToDictionary(p => p.Name, p => Child(p.Value, root, $"{here}/{p.Name}"), StringComparer.Ordinal);
                    break;
                case "required":
                    node.Required = [.. value.EnumerateArray().Select(name => name.GetString()!)];
                    break;
                case "additionalProperties":
                    node.AdditionalProperties = Child(value, root, here);
                    break;
                case "propertyNames":
                    node.PropertyNames = Child(value, root, here);
                    break;
                case "items":
                    node.Items = Child(value, root, here);
                    break;
                case "pattern":
                    node.Pattern = new Regex(value.GetString()!, RegexOptions.CultureInvariant);
                    break;
                case "minItems":
                    node.MinItems = value.GetInt32();
                    break;
                case "maxItems":
                    node.MaxItems = value.GetInt32();
                    break;
                case "minLength":
                    node.MinLength = value.GetInt32();
                    break;
                case "maxLength":
                    node.MaxLength = value.GetInt32();
                    break;
                case "minProperties":
                    node.MinProperties = value.GetInt32();
                    break;
                case "maxProperties":
                    node.MaxProperties = value.GetInt32();
                    break;
                case "minimum":
                    node.Minimum = value.GetDouble();
                    break;
                case "maximum":
                    node.Maximum = value.GetDouble();
                    break;
                case "exclusiveMinimum":
                    node.ExclusiveMinimum = Exclusive(schema, value, "minimum");
                    break;
                case "exclusiveMaximum":
                    node.ExclusiveMaximum = Exclusive(schema, value, "maximum");
                    break;
                default:
                    // A keyword passed over in silence would call wrong bodies right.
                    if (!Annotations.Contains(keyword.Name) && !keyword.Name.StartsWith("x-", StringComparison.Ordinal))
                    {
                        throw new NotSupportedException($"Schema keyword '{keyword.Name}' at {location}.");
                    }

                    break;
            }
        }
    }

    private SchemaNode[] Children(JsonElement schemas, SchemaNode root, string location) =>
        [.. schemas.EnumerateArray().Select((schema, i) => Child(schema, root, $"{location}/{i}"))];

    /// <summary>OpenAPI 3.0 writes <c>minimum: 0, exclusiveMinimum: true</c> for what 3.1 writes as a number.</summary>
    private static double? Exclusive(JsonElement schema, JsonElement value, string limit) => value.ValueKind switch
    {
        JsonValueKind.False => null,
        JsonValueKind.True => schema.GetProperty(limit).GetDouble(),
        _ => value.GetDouble(),
    };

    private static string? DiscriminatorProperty(JsonElement schema) =>
        schema.TryGetProperty("discriminator", out JsonElement discriminator)
            ? discriminator.GetProperty("propertyName").GetString()
            : null;

    private SchemaMapping? Mapping(JsonElement schema, JsonElement discriminator)
    {
        // Beside oneOf or anyOf it is a hint for choosing a branch; see SchemaChoice.
        if (schema.TryGetProperty("oneOf", out _)
            || schema.TryGetProperty("anyOf", out _)
            || !discriminator.TryGetProperty("mapping", out JsonElement mapping))
        {
            return null;
        }

        return new SchemaMapping(
            discriminator.GetProperty("propertyName").GetString()!,
            mapping.EnumerateObject().ToDictionary(
                kind => kind.Name,
                kind => Compile(kind.Value.GetString()!),
                StringComparer.Ordinal));
    }
}
