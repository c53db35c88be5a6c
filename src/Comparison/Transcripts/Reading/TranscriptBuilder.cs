using System.Text.Json;

namespace AgentsMigration.Comparison.Transcripts.Reading;

/// <summary>Collects entries; one that is shown again is brought up to date where it stands.</summary>
internal sealed class TranscriptBuilder
{
    private readonly List<TranscriptEntry> _entries = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _orderInRun = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, TokenUsage>> _usage = new(StringComparer.Ordinal);

    public TranscriptBuilder(FileTable files)
    {
        Files = files;
        Messages = new MessageLists(_entries, this);
    }

    public FileTable Files { get; }

    /// <summary>What lists of messages show.</summary>
    public MessageLists Messages { get; }

    public TEntry? Find<TEntry>(string? id) where TEntry : TranscriptEntry =>
        id is not null && _places.TryGetValue(id, out int place) ? _entries[place] as TEntry : null;

    public void Put(TranscriptEntry entry, int exchange)
    {
        if (entry.Id is { } id && _places.TryGetValue(id, out int place))
        {
            IReadOnlyList<int> seen = _entries[place].Exchanges;
            _entries[place] = entry with { Exchanges = seen.Contains(exchange) ? seen : [.. seen, exchange] };
            return;
        }
        if (entry.Id is { } added)
            _places[added] = _entries.Count;
        _entries.Add(entry with { Exchanges = [exchange] });
    }

    /// <summary>An entry of its own for each time, but one for a row of the same reads.</summary>
    public void Add(TranscriptEntry entry, int exchange, string? repeats = null)
    {
        if (repeats is not null && _entries.Count > 0 && _places.TryGetValue(repeats, out int place) && place == _entries.Count - 1)
        {
            _entries[place] = entry with { Exchanges = [.. _entries[place].Exchanges, exchange] };
            return;
        }
        if (repeats is not null)
            _places[repeats] = _entries.Count;
        _entries.Add(entry with { Exchanges = [exchange] });
    }

    /// <summary>The run that a response is part of.</summary>
    public string? RunOf(string response) => _runs.GetValueOrDefault(response);

    public void NoteRun(string response, string run) => _runs[response] = run;

    /// <summary>All responses of a run together; each counts as it was seen last.</summary>
    public TokenUsage SumUsage(string run, string response, TokenUsage usage)
    {
        if (!_usage.TryGetValue(run, out Dictionary<string, TokenUsage>? parts))
            _usage[run] = parts = new(StringComparer.Ordinal);
        parts[response] = usage;
        return new TokenUsage(parts.Values.Sum(part => part.Input), parts.Values.Sum(part => part.Output));
    }

    /// <summary>
    /// Whether it is a message that was sent without an id and is now shown with one; it then stays where it is.
    /// </summary>
    public bool Knows(MessageEntry message)
    {
        if (message.Id is null || _places.ContainsKey(message.Id))
            return false;
        int place = _entries.FindIndex(entry => entry is MessageEntry { Id: null } sent && sent.Role == message.Role && sent.Text == message.Text);
        if (place < 0)
            return false;
        _entries[place] = message with { Exchanges = _entries[place].Exchanges };
        _places[message.Id] = place;
        return true;
    }

    /// <summary>What comes where in a run, once the service has said so.</summary>
    public void NoteOrder(string id) => _orderInRun.TryAdd(id, _orderInRun.Count);

    /// <summary>What belongs to a run follows it, however late the app asked for it.</summary>
    public IReadOnlyList<TranscriptEntry> Build()
    {
        List<TranscriptEntry> ordered = [];
        ILookup<string, TranscriptEntry> parts = _entries
            .Where(entry => entry.RunId is not null && entry is not RunEntry && Find<RunEntry>(entry.RunId) is not null)
            .ToLookup(entry => entry.RunId!);
        foreach (TranscriptEntry entry in _entries)
        {
            if (entry is RunEntry { Id: { } run })
                ordered.AddRange(parts[run].OrderBy(OrderInRun).ThenBy(part => part is MessageEntry).Prepend(entry));
            else if (entry.RunId is null || Find<RunEntry>(entry.RunId) is null)
                ordered.Add(entry);
        }
        Messages.Arrange(ordered);
        return ordered;
    }

    private int OrderInRun(TranscriptEntry entry) =>
        entry.Id is { } id && _orderInRun.TryGetValue(id, out int order) ? order : int.MaxValue;

    public static IReadOnlyList<JsonElement> Chronological(JsonElement list, string query)
    {
        JsonElement[] items = [.. list.GetItems("data")];
        // Newest first unless asked otherwise, in both services.
        if (!query.Contains("order=asc", StringComparison.Ordinal))
            Array.Reverse(items);
        return items;
    }
}
