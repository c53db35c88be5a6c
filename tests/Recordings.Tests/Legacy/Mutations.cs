using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Comparison.Replaying;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>An answer with one thing changed that the recorded answer has as well, for every such thing.</summary>
internal static class Mutations
{
    public static IEnumerable<(string Change, JsonElement Changed)> Of(JsonElement answer, JsonElement recorded)
    {
        foreach ((string[] place, JsonNode? value) in Places(JsonNode.Parse(answer.GetRawText())!, JsonNode.Parse(recorded.GetRawText())!, []))
        {
            if (!int.TryParse(place[^1], out _))
                yield return Change(answer, place, "removed", (owner, name) => owner.AsObject().Remove(name));
            yield return Change(answer, place, "of another type", (owner, name) => Set(owner, name, value is JsonObject ? "other" : new JsonObject { ["other"] = true }));
            if (value is JsonObject && ValueRules.IsMap(place[^1]))
                yield return Change(answer, place, "with one more key", (owner, name) => owner[name]!["other"] = "x");
            if (value is JsonValue && !ValueRules.IsTypeOnly(place[^1]))
                yield return Change(answer, place, "another value", (owner, name) => Set(owner, name, Other(value)));
        }
    }

    private static IEnumerable<(string[] Place, JsonNode? Value)> Places(JsonNode? answer, JsonNode? recorded, string[] at)
    {
        IEnumerable<(string Name, JsonNode? Ours, JsonNode? Theirs)> members = (answer, recorded) switch
        {
            (JsonObject ours, JsonObject theirs) => ours.Where(member => theirs.ContainsKey(member.Key))
                .Select(member => (member.Key, member.Value, theirs[member.Key])),
            (JsonArray ours, JsonArray theirs) => ours.Zip(theirs).Index().Select(item => (item.Index.ToString(), item.Item.First, item.Item.Second)),
            _ => [],
        };
        return members.SelectMany(member => Places(member.Ours, member.Theirs, [.. at, member.Name]).Prepend(([.. at, member.Name], member.Ours)));
    }

    private static (string, JsonElement) Change(JsonElement answer, string[] place, string how, Action<JsonNode, string> change)
    {
        JsonNode copy = JsonNode.Parse(answer.GetRawText())!;
        change(place[..^1].Aggregate(copy, (node, step) => (node is JsonArray array ? array[int.Parse(step)] : node[step])!), place[^1]);
        return ($"{string.Join('.', place)} {how}", JsonElement.Parse(copy.ToJsonString()));
    }

    private static void Set(JsonNode owner, string name, JsonNode? value)
    {
        if (owner is JsonArray array)
            array[int.Parse(name)] = value;
        else
            owner[name] = value;
    }

    private static JsonValue Other(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => JsonValue.Create(value.GetValue<string>() + "x"),
        JsonValueKind.Number => JsonValue.Create(value.GetValue<JsonElement>().GetDouble() + 1.5),
        JsonValueKind.True => JsonValue.Create(false),
        _ => JsonValue.Create(true),
    };
}
