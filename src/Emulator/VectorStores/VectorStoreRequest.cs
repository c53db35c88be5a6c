using System.Text.Json;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.VectorStores;

/// <summary>Members that several vector store requests share.</summary>
internal static class VectorStoreRequest
{
    private const int MaximumDays = 365;
    private const int MaximumAttributes = 16;

    public static int? Days(Fields body)
    {
        if (body.Object("expires_after") is not { } expiry) return null;
        expiry.AllowOnly("anchor", "days");
        if (expiry.Choice("anchor", "last_active_at") is null) throw Refusal.Missing(expiry.Path("anchor"));
        return expiry.Integer("days", 1, MaximumDays) ?? throw Refusal.Missing(expiry.Path("days"));
    }

    public static JsonObject Chunking(Fields body)
    {
        Fields? chunking = body.Object("chunking_strategy");
        if (chunking?.Choice("type", "auto", "static") == "static")
        {
            Fields given = chunking.Object("static") ?? throw Refusal.Missing(chunking.Path("static"));
            int size = given.Integer("max_chunk_size_tokens", 100, 4096)
                ?? throw Refusal.Missing(given.Path("max_chunk_size_tokens"));
            return Static(size, given.Integer("chunk_overlap_tokens", 0, size / 2)
                ?? throw Refusal.Missing(given.Path("chunk_overlap_tokens")));
        }

        return Static(800, 400);
    }

    public static JsonObject Attributes(Fields body)
    {
        if (body.Object("attributes") is not { } attributes) return [];
        if (attributes.Value.Count > MaximumAttributes)
            throw Refusal.Bad($"Invalid '{body.Path("attributes")}': too many properties.", body.Path("attributes"),
                "object_above_max_properties");
        foreach (KeyValuePair<string, JsonNode?> pair in attributes.Value)
            if (pair.Value?.GetValueKind() is not
                (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
                throw Refusal.WrongType(attributes.Path(pair.Key), "one of a string, number, or boolean", pair.Value);
        return (JsonObject)attributes.Value.DeepClone();
    }

    private static JsonObject Static(int size, int overlap) => new()
    {
        ["type"] = "static",
        ["static"] = new JsonObject { ["max_chunk_size_tokens"] = size, ["chunk_overlap_tokens"] = overlap },
    };
}
