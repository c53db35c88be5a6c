using System.Text.Json;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>Which item of our page is compared with which recorded one.</summary>
internal sealed record ListAlignment(IReadOnlyList<(JsonElement Recorded, JsonElement Ours)> Pairs, string? Problem)
{
    public string RecordedNames { get; private init; } = "";

    public string OurNames { get; private init; } = "";

    public static ListAlignment Of(JsonElement[] recorded, JsonElement[] ours, IdMap ids)
    {
        string?[] expected = [.. recorded.Select(item => IdOf(item) is { } id ? ids.Find(id) : null)];
        // An item that no answer has shown before is known by its place.
        bool asExpected = recorded.Length == ours.Length
            && expected.Zip(ours).All(pair => pair.First is { } id ? id == IdOf(pair.Second) : !IsOfAnother(pair.Second, ids, expected));
        if (asExpected)
            return new ListAlignment([.. recorded.Zip(ours)], null);

        List<(JsonElement, JsonElement)> pairs = [];
        for (int i = 0; i < recorded.Length; i++)
        {
            JsonElement found = expected[i] is { } id ? ours.FirstOrDefault(item => IdOf(item) == id) : default;
            if (found.ValueKind == JsonValueKind.Object)
                pairs.Add((recorded[i], found));
        }
        string theirs = Names(recorded, id => id), shown = Names(ours, id => ids.FindRecorded(id) ?? id);
        return new ListAlignment(pairs, $"[{shown}] where the service had [{theirs}]") { RecordedNames = theirs, OurNames = shown };
    }

    private static bool IsOfAnother(JsonElement item, IdMap ids, string?[] expected) =>
        IdOf(item) is { } id && (ids.FindRecorded(id) is not null || expected.Contains(id));

    public static string? IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    private static string Names(JsonElement[] items, Func<string, string> name) =>
        string.Join(", ", items.Select(item => name(IdOf(item) ?? "?")));
}
