using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>
/// What an app sees when it lists messages, which is not always what it sent: their order, messages that are there twice,
/// and messages that are not there.
/// </summary>
internal sealed class MessageLists(List<TranscriptEntry> entries, TranscriptBuilder builder)
{
    private readonly Dictionary<string, (List<string> Ids, bool FromTheEnd)> _lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);

    public void NoteDeletion(RecordedExchange exchange)
    {
        if (exchange.Method == "DELETE")
            _deleted.Add(exchange.Path.TrimEnd('/').Split('/')[^1]);
    }

    /// <param name="exchange">The request and its answer.</param>
    /// <param name="thread">The thread whose messages they are.</param>
    /// <param name="items">The listed messages, the oldest first.</param>
    /// <param name="read">Reads one of them.</param>
    /// <param name="index">The exchange's place.</param>
    public void Note(RecordedExchange exchange, string thread, IReadOnlyList<JsonElement> items, Func<JsonElement, MessageEntry> read, int index)
    {
        bool isNextPage = Asks(exchange, "after") && _lists.ContainsKey(thread);
        bool isPart = Asks(exchange, "before") || Asks(exchange, "run_id") || (Asks(exchange, "after") && !isNextPage);
        (List<string> ids, bool fromTheEnd) = isNextPage ? _lists[thread] : ([], !isPart);
        List<string> page = [];
        foreach (JsonElement item in items)
        {
            string id = item.GetText("id") ?? "";
            // The same message once more in one list is another bubble in the app.
            if (page.Contains(id, StringComparer.Ordinal))
            {
                id += "#2";
                builder.Put(read(item) with { Id = id }, index);
            }
            page.Add(id);
        }
        ids.InsertRange(exchange.Query.Contains("order=asc", StringComparison.Ordinal) ? ids.Count : 0, page);
        _lists[thread] = (ids, fromTheEnd);
        if (fromTheEnd && exchange.Response?.Get("has_more") is { ValueKind: JsonValueKind.False })
            Mark(thread, ids);
    }

    /// <summary>Messages stand in the order in which the app was shown them.</summary>
    public void Arrange(List<TranscriptEntry> ordered)
    {
        foreach ((List<string> ids, _) in _lists.Values)
        {
            Dictionary<string, int> rank = ids.Select((id, place) => (id, place)).DistinctBy(one => one.id).ToDictionary(one => one.id, one => one.place);
            int[] places = [.. Enumerable.Range(0, ordered.Count).Where(place => ordered[place] is MessageEntry { Id: { } id } && rank.ContainsKey(id))];
            TranscriptEntry[] shown = [.. places.Select(place => ordered[place]).OrderBy(message => rank[message.Id!])];
            for (int i = 0; i < places.Length; i++)
                ordered[places[i]] = shown[i];
        }
    }

    private void Mark(string thread, List<string> ids)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i] is MessageEntry message && message.ThreadId == thread && !_deleted.Contains(message.Id ?? ""))
                entries[i] = message with { IsListed = message.Id is not null && ids.Contains(message.Id, StringComparer.Ordinal) };
        }
    }

    private static bool Asks(RecordedExchange exchange, string parameter) =>
        exchange.Query.Split('&').Any(one => one.StartsWith(parameter + "=", StringComparison.Ordinal));
}
