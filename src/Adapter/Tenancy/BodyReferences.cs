using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Tenancy;

/// <summary>The objects that a v2 request names in its body.</summary>
internal static class BodyReferences
{
    // What an app writes freely: a name in there is a name only.
    private static readonly HashSet<string> Free =
        new(StringComparer.Ordinal) { "metadata", "attributes", "parameters", "schema", "filters", "filter" };

    public static IEnumerable<V2Object> Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(Read);
        return element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().Where(property => !Free.Contains(property.Name)).SelectMany(Read)
            : [];
    }

    private static IEnumerable<V2Object> Read(JsonProperty property)
    {
        JsonElement value = property.Value;
        switch (property.Name)
        {
            case "file_id":
                return Ids(V2Object.Files, value);
            case "file_ids":
                return Ids(V2Object.Files, value);
            case "vector_store_ids":
                return Ids(V2Object.VectorStores, value);
            case "conversation":
                return Ids(V2Object.Conversations, value.Get("id") ?? value);
            case "agent_reference":
            case "agent":
                return Ids(V2Object.Agents, value.Get("name") ?? default);
            case "container" when value.ValueKind == JsonValueKind.String:
                return Ids(V2Object.Containers, value);
            default:
                return Read(value);
        }
    }

    private static IEnumerable<V2Object> Ids(string resource, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [new V2Object(resource, value.GetString()!)],
        JsonValueKind.Array => value.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => new V2Object(resource, item.GetString()!)),
        _ => [],
    };
}
