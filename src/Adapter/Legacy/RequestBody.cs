using System.Text.Json;

namespace AgentsMigration.Adapter.Legacy;

/// <summary>
/// A JSON object of a request, read field by field. Every reader names the field when it refuses, and
/// <see cref="RefuseUnread"/> refuses what no reader asked for, so that no option is dropped in silence.
/// </summary>
internal sealed class RequestBody(JsonElement root, string path = "", Dialect dialect = default)
{
    /// <summary>A published sample has a comma behind its last field (docs/wire.md, Requests).</summary>
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true };

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public JsonElement Root => root;

    /// <summary>The words that the request is written in.</summary>
    public Dialect Dialect => dialect;

    /// <summary>
    /// An absent body is an empty object: several clients send none (docs/wire.md, Requests). The bytes are this body's from then on.
    /// </summary>
    public static RequestBody Parse(ReadOnlyMemory<byte> json, Dialect dialect = default)
    {
        if (IsBlank(json.Span))
            return new RequestBody(JsonBytes.Parse("{}"u8), dialect: dialect);
        try
        {
            JsonElement root = JsonBytes.ParseOwn(json, Lenient);
            return root.ValueKind == JsonValueKind.Object && JsonStrings.AreText(json.Span, root)
                ? new RequestBody(root, dialect: dialect)
                : throw LegacyErrors.InvalidJson();
        }
        catch (JsonException)
        {
            throw LegacyErrors.InvalidJson();
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> json)
    {
        foreach (byte b in json)
        {
            if (b is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t'))
                return false;
        }
        return true;
    }

    public string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public bool Has(string name) => root.TryGetProperty(name, out _);

    public JsonElement? Optional(string name)
    {
        _read.Add(name);
        return root.Get(name);
    }

    public string? OptionalString(string name, int maxLength = int.MaxValue)
    {
        if (Optional(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw LegacyErrors.InvalidType(Path(name), "a string", Kind(value));
        string text = value.GetString()!;
        return text.Length <= maxLength
            ? text
            : throw new LegacyException(
                400,
                $"Invalid '{Path(name)}': string too long. Expected a string with maximum length {maxLength}, "
                + $"but got a string with length {text.Length} instead.",
                Path(name),
                "string_above_max_length");
    }

    public string RequiredString(string name, int maxLength = int.MaxValue) =>
        OptionalString(name, maxLength) ?? throw LegacyErrors.MissingParameter(Path(name));

    public bool? OptionalBoolean(string name) => Optional(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } other => throw LegacyErrors.InvalidType(Path(name), "a boolean", Kind(other)),
    };

    public double? OptionalNumber(string name, double minimum, double maximum)
    {
        if (Optional(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Number)
            throw LegacyErrors.InvalidType(Path(name), "a decimal", Kind(value));
        double number = value.GetDouble();
        return number >= minimum && number <= maximum
            ? number
            : throw LegacyErrors.InvalidValue(Path(name), $"expected a value from {minimum} to {maximum}, got {number}.");
    }

    public int? OptionalInteger(string name, int minimum)
    {
        if (Optional(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int number))
            throw LegacyErrors.InvalidType(Path(name), "an integer", Kind(value));
        return number >= minimum
            ? number
            : throw new LegacyException(
                400,
                $"Invalid '{Path(name)}': integer below minimum value. Expected a value >= {minimum}, but got {number} instead.",
                Path(name),
                "integer_below_min_value");
    }

    public IReadOnlyList<JsonElement>? OptionalArray(string name, int maxItems = int.MaxValue)
    {
        if (Optional(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            throw LegacyErrors.InvalidType(Path(name), "an array", Kind(value));
        JsonElement[] items = [.. value.EnumerateArray()];
        return items.Length <= maxItems
            ? items
            : throw new LegacyException(
                400,
                $"Invalid '{Path(name)}': array too long. Expected an array with maximum length {maxItems}, "
                + $"but got an array with length {items.Length} instead.",
                Path(name),
                "array_above_max_length");
    }

    public RequestBody? OptionalObject(string name)
    {
        if (Optional(name) is not { } value)
            return null;
        return Child(value, Path(name));
    }

    /// <summary>An object within this one.</summary>
    public RequestBody Child(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Object
            ? new RequestBody(value, place, dialect)
            : throw LegacyErrors.InvalidType(place, "an object", Kind(value));

    public IReadOnlyList<RequestBody>? OptionalObjects(string name, int maxItems = int.MaxValue) =>
        OptionalArray(name, maxItems) is { } items ? [.. items.Select((item, index) => Child(item, $"{Path(name)}[{index}]"))] : null;

    /// <summary>Texts that can be ids; a file whose id cannot be one is an unknown file, without asking anybody.</summary>
    public IReadOnlyList<string>? OptionalIds(string name, int maxItems) =>
        OptionalArray(name, maxItems) is { } items ? [.. items.Select((item, index) => Id(item, $"{Path(name)}[{index}]"))] : null;

    private static string Id(JsonElement item, string place) =>
        item.ValueKind == JsonValueKind.String && LegacyIds.IsWellFormed(item.GetString()!)
            ? item.GetString()!
            : throw LegacyErrors.InvalidType(place, "an id", Kind(item));

    public void RefuseUnread()
    {
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!_read.Contains(property.Name))
                throw LegacyErrors.UnknownParameter(Path(property.Name));
        }
    }

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "an integer" : "a decimal",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => "null",
    };
}
