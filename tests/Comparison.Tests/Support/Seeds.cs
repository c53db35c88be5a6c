using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Tests.Support;

/// <summary>A recording with one thing changed.</summary>
internal static class Seeds
{
    /// <summary>Changes every JSON answer.</summary>
    public static Recording With(this Recording recording, Action<JsonNode> change) => recording with
    {
        Exchanges = [.. recording.Exchanges.Select(exchange => exchange.Response is { } body ? exchange with { Response = Changed(body, change) } : exchange)],
    };

    /// <summary>Changes one property wherever it stands.</summary>
    public static Recording With(this Recording recording, string property, Func<JsonNode, JsonNode?> change) => recording.With(root =>
    {
        foreach (JsonObject owner in Descendants(root).OfType<JsonObject>().Where(owner => owner[property] is not null).ToList())
        {
            JsonNode before = owner[property]!;
            owner[property] = null;
            owner[property] = change(before);
        }
    });

    public static JsonElement? Replace(JsonElement? body, string before, string after) => body is { } json
        ? JsonElement.Parse(json.GetRawText().Replace(before, after, StringComparison.Ordinal))
        : null;

    public static IEnumerable<JsonNode> Descendants(JsonNode node) => (node switch
    {
        JsonObject owner => owner.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(Descendants).Prepend(node);

    private static JsonElement Changed(JsonElement body, Action<JsonNode> change)
    {
        JsonNode copy = JsonNode.Parse(body.GetRawText())!;
        change(copy);
        return JsonElement.Parse(copy.ToJsonString());
    }
}
