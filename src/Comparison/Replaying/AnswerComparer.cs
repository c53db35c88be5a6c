using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>
/// Compares our answer with the recorded one: every recorded key is there with a value of the same type, and with the same
/// value unless <see cref="ValueRules"/> says that it cannot be. Ids must stand for the same things; keys of ours that the
/// service did not have are allowed.
/// </summary>
internal sealed class AnswerComparer(IdMap ids, AnswerRules? rules = null)
{
    private readonly Dictionary<string, string> _fresh = new(StringComparer.Ordinal);
    private readonly List<Difference> _differences = [];

    public IReadOnlyList<Difference> Differences => _differences;

    public static AnswerComparer Compare(JsonElement recorded, JsonElement ours, IdMap ids, AnswerRules? rules = null)
    {
        AnswerComparer comparer = new(ids, rules);
        comparer.Visit(recorded, ours, "$", "");
        return comparer;
    }

    /// <summary>Events by their order; of a row of pieces only that there is one.</summary>
    public static AnswerComparer CompareStreams(
        IReadOnlyList<RecordedEvent> recorded, IReadOnlyList<RecordedEvent> ours, IdMap ids)
    {
        AnswerComparer comparer = new(ids);
        RecordedEvent[] expected = [.. StreamShape.Of(recorded)];
        RecordedEvent[] found = [.. StreamShape.Of(ours)];
        int at = expected.Zip(found).TakeWhile(pair => pair.First.Event == pair.Second.Event).Count();
        if (at < expected.Length || at < found.Length)
            comparer.Report($"sse[{at}]", $"{NameAt(found, at)} where the service had {NameAt(expected, at)}");
        foreach ((RecordedEvent one, RecordedEvent other) in expected.Zip(found).Take(at).Where(pair => !StreamShape.IsPiece(pair.First)))
            comparer.Visit(one.Data, other.Data, $"sse({one.Event})", "");
        return comparer;
    }

    /// <summary>Takes over the ids that this answer was the first to show.</summary>
    public void Learn()
    {
        foreach ((string recorded, string ours) in _fresh)
            ids.Bind(recorded, ours);
    }

    private void Visit(JsonElement recorded, JsonElement ours, string path, string property)
    {
        if (KindOf(recorded) != KindOf(ours))
        {
            Report(path, recorded, ours);
            return;
        }
        switch (recorded.ValueKind)
        {
            case JsonValueKind.Object when IsList(recorded):
                VisitList(recorded, ours, path);
                break;
            case JsonValueKind.Object:
                VisitObject(recorded, ours, path);
                if (ValueRules.IsMap(property))
                    ReportAdditional(recorded, ours, path);
                break;
            case JsonValueKind.Array:
                VisitArray([.. recorded.EnumerateArray()], [.. ours.EnumerateArray()], path);
                break;
            case JsonValueKind.String when IdMap.IsId(recorded.GetString()!):
                VisitId(recorded.GetString()!, ours.GetString()!, path);
                break;
            case JsonValueKind.String when !ValueRules.IsTypeOnly(property):
                VisitText(ids.Rewrite(recorded.GetString()!), ours.GetString()!, path);
                break;
            case JsonValueKind.Number when !ValueRules.IsTypeOnly(property):
                // 1.0 and 1 are different texts, and some clients read them as different types.
                VisitText(recorded.GetRawText(), ours.GetRawText(), path);
                break;
        }
    }

    private void VisitObject(JsonElement recorded, JsonElement ours, string path, params ReadOnlySpan<string> except)
    {
        foreach (JsonProperty property in recorded.EnumerateObject())
        {
            if (except.Contains(property.Name) || (path == "$" && rules?.Except.Contains(property.Name) == true))
                continue;
            string place = $"{path}.{property.Name}";
            if (ours.TryGetProperty(property.Name, out JsonElement value))
                Visit(property.Value, value, place, property.Name);
            else if (property.Value.ValueKind != JsonValueKind.Null || rules?.NullMayBeAbsent != true)
                Report(place, "missing", Show(property.Value), "nothing");
        }
    }

    private void ReportAdditional(JsonElement recorded, JsonElement ours, string path)
    {
        foreach (JsonProperty property in ours.EnumerateObject().Where(property => !recorded.TryGetProperty(property.Name, out _)))
            Report($"{path}.{property.Name}", "not there in the service's answer", "nothing", Show(property.Value));
    }

    private void VisitArray(JsonElement[] recorded, JsonElement[] ours, string path)
    {
        if (recorded.Length != ours.Length)
            Report(path, $"{ours.Length} items where the service had {recorded.Length}", $"{recorded.Length} items", $"{ours.Length} items");
        foreach ((JsonElement one, JsonElement other) in recorded.Zip(ours))
            Visit(one, other, $"{path}[*]", "");
    }

    /// <summary>A page: its items are found by id where that is known, so that one item too many is one difference.</summary>
    private void VisitList(JsonElement recorded, JsonElement ours, string path)
    {
        VisitObject(recorded, ours, path, "data", "first_id", "last_id");
        if (!ours.TryGetProperty("data", out JsonElement data) || data.ValueKind != JsonValueKind.Array)
        {
            Report($"{path}.data", "missing");
            return;
        }
        JsonElement[] theirs = [.. recorded.GetProperty("data").EnumerateArray()];
        JsonElement[] items = [.. data.EnumerateArray()];
        ListAlignment alignment = ListAlignment.Of(theirs, items, ids);
        if (alignment.Problem is { } problem)
            Report($"{path}.data", problem, alignment.RecordedNames, alignment.OurNames);
        foreach ((JsonElement one, JsonElement other) in alignment.Pairs)
            Visit(one, other, $"{path}.data[*]", "");
        VisitEnds(recorded, ours, items, path);
    }

    /// <summary>The ends of a page name the items that it has, ours as the service's.</summary>
    private void VisitEnds(JsonElement recorded, JsonElement ours, JsonElement[] items, string path)
    {
        foreach ((string name, Index end) in new[] { ("first_id", Index.Start), ("last_id", ^1) })
        {
            if (!recorded.TryGetProperty(name, out _))
                continue;
            string? expected = items.Length == 0 ? null : ListAlignment.IdOf(items[end]);
            if (!ours.TryGetProperty(name, out JsonElement value))
                Report($"{path}.{name}", "missing");
            else if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) || value.GetString() != expected)
                Report($"{path}.{name}", $"{Show(value)} on a page whose end is {expected ?? "null"}");
        }
    }

    private void VisitId(string recorded, string ours, string path)
    {
        string? known = ids.Find(recorded) ?? _fresh.GetValueOrDefault(recorded);
        if (known is not null)
            VisitText(known, ours, path);
        else if (IdMap.KindOf(recorded) != IdMap.KindOf(ours))
            Report(path, $"\"{ours}\" is not of the kind of \"{recorded}\"", recorded, ours);
        else if (ids.FindRecorded(ours) is not null || _fresh.ContainsValue(ours))
            Report(path, $"\"{ours}\" already stands for something else than \"{recorded}\"", recorded, ours);
        else
            _fresh[recorded] = ours;
    }

    private static string NameAt(RecordedEvent[] events, int index) => index < events.Length ? $"'{events[index].Event}'" : "nothing";

    private void VisitText(string expected, string ours, string path)
    {
        if (expected != ours)
            Report(path, $"\"{ours}\" where the service had \"{expected}\"", expected, ours);
    }

    private void Report(string path, JsonElement recorded, JsonElement ours) =>
        Report(path, $"{Show(ours)} where the service had {Show(recorded)}", Show(recorded), Show(ours));

    private void Report(string path, string what, string recorded, string ours) =>
        _differences.Add(new Difference(path, what) { Recorded = recorded, Ours = ours });

    private void Report(string path, string what) => _differences.Add(new Difference(path, what));

    private static bool IsList(JsonElement element) =>
        element.TryGetProperty("object", out JsonElement kind) && kind.ValueEquals("list")
        && element.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Array;

    private static string KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Undefined => "nothing",
        var kind => kind.ToString(),
    };

    private static string Show(JsonElement element)
    {
        string text = element.ValueKind == JsonValueKind.Undefined ? "nothing" : element.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
