using System.Text.Json;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>Whether two requests are the same, whatever the order of their query and of their JSON's members.</summary>
internal static class RequestMatch
{
    /// <summary>What differs first; null when nothing does.</summary>
    public static string? FirstDifference(RecordedExchange recorded, RecordedExchange sent)
    {
        if (recorded.Method != sent.Method)
            return $"the method is {sent.Method}, recorded was {recorded.Method}.";
        if (recorded.Path != sent.Path)
            return $"the path is {sent.Path}, recorded was {recorded.Path}.";
        if (!Parameters(recorded).SequenceEqual(Parameters(sent)))
            return $"the query is '{sent.Query}', recorded was '{recorded.Query}'.";
        return recorded.Form.Count > 0 || sent.Form.Count > 0
            ? FirstDifference(recorded.Form, sent.Form)
            : FirstDifference(recorded.Request ?? default, sent.Request ?? default, "$");
    }

    public static int Likeness(RecordedExchange recorded, RecordedExchange sent) =>
        (recorded.Method == sent.Method ? 1 : 0)
        + (recorded.Path == sent.Path ? 4 : 0)
        + recorded.Path.Split('/').Intersect(sent.Path.Split('/')).Count();

    private static IEnumerable<string> Parameters(RecordedExchange exchange) =>
        exchange.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal);

    private static string? FirstDifference(IReadOnlyList<RecordedFormPart> recorded, IReadOnlyList<RecordedFormPart> sent)
    {
        if (recorded.Count != sent.Count)
            return $"the form has {sent.Count} parts, recorded were {recorded.Count}.";
        foreach ((RecordedFormPart one, RecordedFormPart other) in recorded.OrderBy(part => part.Name).Zip(sent.OrderBy(part => part.Name)))
        {
            if ((one.Name, one.FileName) != (other.Name, other.FileName))
                return $"the form has '{other.Name}' {other.FileName}, recorded was '{one.Name}' {one.FileName}.";
            if (!one.Content.Span.SequenceEqual(other.Content.Span))
                return $"the form's '{one.Name}' has other bytes ({other.Content.Length}, recorded were {one.Content.Length}).";
        }
        return null;
    }

    internal static string? FirstDifference(JsonElement recorded, JsonElement sent, string path)
    {
        if (recorded.ValueKind != sent.ValueKind)
            return $"{path} is {Show(sent)}, recorded was {Show(recorded)}.";
        switch (recorded.ValueKind)
        {
            case JsonValueKind.Object:
                return recorded.EnumerateObject().Select(member => member.Name)
                    .Union(sent.EnumerateObject().Select(member => member.Name))
                    .Select(name => FirstDifference(Member(recorded, name), Member(sent, name), $"{path}.{name}"))
                    .FirstOrDefault(difference => difference is not null);
            case JsonValueKind.Array when recorded.GetArrayLength() != sent.GetArrayLength():
                return $"{path} has {sent.GetArrayLength()} items, recorded were {recorded.GetArrayLength()}.";
            case JsonValueKind.Array:
                return recorded.EnumerateArray().Zip(sent.EnumerateArray())
                    .Select((pair, index) => FirstDifference(pair.First, pair.Second, $"{path}[{index}]"))
                    .FirstOrDefault(difference => difference is not null);
            case JsonValueKind.Undefined:
                return null;
            default:
                return recorded.ToString() == sent.ToString() ? null : $"{path} is {Show(sent)}, recorded was {Show(recorded)}.";
        }
    }

    private static JsonElement Member(JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) ? value : default;

    private static string Show(JsonElement element)
    {
        string text = element.ValueKind == JsonValueKind.Undefined ? "absent" : element.GetRawText();
        return text.Length <= 120 ? text : text[..120] + "…";
    }
}
