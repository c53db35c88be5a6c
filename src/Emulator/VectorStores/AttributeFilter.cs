using System.Text.Json;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.VectorStores;

/// <summary>The <c>filters</c> of a search: comparisons of file attributes, joined by and/or.</summary>
internal static class AttributeFilter
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin"];

    /// <summary>Refuses a filter that is not one.</summary>
    public static void Check(Fields? filter)
    {
        if (filter is null) return;
        string type = filter.RequiredString("type");
        if (type is "and" or "or")
        {
            foreach ((int index, JsonNode? inner) in (filter.Array("filters") ?? throw Refusal.Missing(filter.Path("filters"))).Index())
            {
                string at = $"{filter.Path("filters")}[{index}]";
                Check(new Fields(inner as JsonObject ?? throw Refusal.WrongType(at, "an object", inner), at));
            }

            return;
        }

        if (!Comparisons.Contains(type))
            throw Refusal.WrongValue(filter.Path("type"), type, [.. Comparisons, "and", "or"]);
        filter.RequiredString("key");
        if (!filter.Value.ContainsKey("value")) throw Refusal.Missing(filter.Path("value"));
    }

    public static bool Fits(JsonObject? filter, JsonObject attributes)
    {
        if (filter is null) return true;
        string type = filter["type"]!.GetValue<string>();
        if (type is "and" or "or")
        {
            IEnumerable<bool> inner = ((JsonArray)filter["filters"]!).Select(one => Fits((JsonObject)one!, attributes));
            return type == "and" ? inner.All(fits => fits) : inner.Any(fits => fits);
        }

        JsonNode? has = attributes[filter["key"]!.GetValue<string>()];
        JsonNode? wanted = filter["value"];
        return type switch
        {
            "eq" => JsonNode.DeepEquals(has, wanted),
            "ne" => !JsonNode.DeepEquals(has, wanted),
            "in" => wanted is JsonArray some && some.Any(one => JsonNode.DeepEquals(has, one)),
            "nin" => wanted is not JsonArray none || !none.Any(one => JsonNode.DeepEquals(has, one)),
            _ => has?.GetValueKind() == JsonValueKind.Number && wanted?.GetValueKind() == JsonValueKind.Number
                && Compares(type, has.GetValue<double>(), wanted.GetValue<double>()),
        };
    }

    private static bool Compares(string type, double left, double right) => type switch
    {
        "gt" => left > right,
        "gte" => left >= right,
        "lt" => left < right,
        _ => left <= right,
    };
}
