using System.Text.Json;

namespace AgentsMigration.Emulator.Http;

/// <summary>Typed access to the members of a request object; every misfit is refused with the member's path.</summary>
internal sealed class Fields(JsonObject value, string path = "")
{
    public JsonObject Value { get; } = value;

    public string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public bool Has(string name) => Value[name] is not null;

    public Fields AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (KeyValuePair<string, JsonNode?> member in Value)
            if (!names.Contains(member.Key))
                throw Refusal.Unknown(Path(member.Key));
        return this;
    }

    public string? String(string name, int maximum = int.MaxValue)
    {
        if (Value[name] is not { } node) return null;
        if (node.GetValueKind() != JsonValueKind.String) throw Refusal.WrongType(Path(name), "a string", node);
        string text = node.GetValue<string>();
        return text.Length > maximum ? throw Refusal.TooLong(Path(name), maximum, text.Length) : text;
    }

    public string RequiredString(string name)
    {
        if (!Value.ContainsKey(name)) throw Refusal.Missing(Path(name));
        return String(name) ?? throw Refusal.WrongType(Path(name), "a string", null);
    }

    public string? Choice(string name, params string[] supported)
    {
        string? text = String(name);
        return text is null || supported.Contains(text) ? text : throw Refusal.WrongValue(Path(name), text, supported);
    }

    public bool? Boolean(string name) => Value[name] switch
    {
        null => null,
        JsonNode node when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False => node.GetValue<bool>(),
        JsonNode node => throw Refusal.WrongType(Path(name), "a boolean", node),
    };

    public int? Integer(string name, int minimum = int.MinValue, int maximum = int.MaxValue)
    {
        if (Value[name] is not { } node) return null;
        if (node.GetValueKind() != JsonValueKind.Number || !int.TryParse(node.ToJsonString(), out int number))
            throw Refusal.WrongType(Path(name), "an integer", node);
        if (number < minimum) throw Refusal.TooSmall(Path(name), minimum, number);
        return number > maximum ? throw Refusal.TooLarge(Path(name), maximum, number) : number;
    }

    public double? Number(string name, double minimum, double maximum)
    {
        if (Value[name] is not { } node) return null;
        if (node.GetValueKind() != JsonValueKind.Number) throw Refusal.WrongType(Path(name), "a decimal", node);
        string text = node.ToJsonString();
        double number = double.Parse(text);
        if (number < minimum)
            throw Refusal.Bad($"Invalid '{Path(name)}': decimal below minimum value. Expected a value >= {minimum}, "
                + $"but got {text} instead.", Path(name), "decimal_below_min_value");
        if (number > maximum)
            throw Refusal.Bad($"Invalid '{Path(name)}': decimal above maximum value. Expected a value <= {maximum}, "
                + $"but got {text} instead.", Path(name), "decimal_above_max_value");
        return number;
    }

    public Fields? Object(string name) => Value[name] switch
    {
        null => null,
        JsonObject inner => new Fields(inner, Path(name)),
        JsonNode node => throw Refusal.WrongType(Path(name), "an object", node),
    };

    public JsonArray? Array(string name) => Value[name] switch
    {
        null => null,
        JsonArray inner => inner,
        JsonNode node => throw Refusal.WrongType(Path(name), "an array", node),
    };

    public IReadOnlyList<string> Strings(string name)
    {
        List<string> found = [];
        foreach (JsonNode? node in Array(name) ?? [])
        {
            if (node?.GetValueKind() != JsonValueKind.String)
                throw Refusal.WrongType($"{Path(name)}[{found.Count}]", "a string", node);
            found.Add(node.GetValue<string>());
        }

        return found;
    }
}
