using System.Text.Json;

namespace AgentsMigration.Emulator.Http;

/// <summary>The <c>metadata</c> member: 16 pairs of strings, keys up to 64 and values up to 512 characters.</summary>
internal static class MetadataField
{
    private const int MaximumPairs = 16;
    private const int MaximumKey = 64;
    private const int MaximumValue = 512;

    public static JsonObject Read(Fields fields)
    {
        if (fields.Object("metadata") is not { } metadata) return [];
        string path = fields.Path("metadata");
        if (metadata.Value.Count > MaximumPairs)
            throw Refusal.Bad($"Invalid '{path}': too many properties. Expected an object with at most {MaximumPairs} "
                + $"properties, but got an object with {metadata.Value.Count} properties instead.",
                path, "object_above_max_properties");
        foreach (KeyValuePair<string, JsonNode?> pair in metadata.Value)
        {
            if (pair.Value?.GetValueKind() != JsonValueKind.String)
                throw Refusal.WrongType($"{path}.{pair.Key}", "a string", pair.Value);
            if (pair.Key.Length > MaximumKey)
                throw Refusal.Bad($"Invalid '{path}': property name too long. Expected a property name with maximum length "
                    + $"{MaximumKey}, but got a name with length {pair.Key.Length} instead.",
                    path, "property_name_above_max_length");
            metadata.String(pair.Key, MaximumValue);
        }

        return (JsonObject)metadata.Value.DeepClone();
    }
}
