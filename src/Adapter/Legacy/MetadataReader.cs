using System.Text.Json;

namespace AgentsMigration.Adapter.Legacy;

/// <summary>Metadata as every legacy object takes it: at most 16 pairs, keys of 64 and values of 512 characters.</summary>
internal static class MetadataReader
{
    public const int MaxPairs = 16;
    private const int MaxKeyLength = 64;
    private const int MaxValueLength = 512;

    public static IReadOnlyDictionary<string, string>? OptionalMetadata(this RequestBody body, string name = "metadata")
    {
        if (body.OptionalObject(name) is not { } metadata)
            return null;

        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        foreach (JsonProperty property in metadata.Root.EnumerateObject())
        {
            string path = metadata.Path(property.Name);
            if (property.Name.Length > MaxKeyLength)
                throw LegacyErrors.InvalidValue(path, $"a key has at most {MaxKeyLength} characters.");
            if (Value(metadata, property) is not { } value)
                throw LegacyErrors.InvalidType(path, "a string", "null");
            pairs[property.Name] = value;
        }
        return pairs.Count <= MaxPairs
            ? pairs
            : throw LegacyErrors.InvalidValue(body.Path(name), $"at most {MaxPairs} pairs, got {pairs.Count}.");
    }

    /// <summary>v1 took any value for a text, and wrote it the way Python does: <c>true</c> became <c>True</c> (recorded).</summary>
    private static string? Value(RequestBody metadata, JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.True when metadata.Dialect == Dialect.AssistantsV1 => "True",
        JsonValueKind.False when metadata.Dialect == Dialect.AssistantsV1 => "False",
        JsonValueKind.Number when metadata.Dialect == Dialect.AssistantsV1 => property.Value.GetRawText(),
        _ => metadata.OptionalString(property.Name, MaxValueLength),
    };
}
