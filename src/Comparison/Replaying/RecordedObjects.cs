using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>The objects that a recording shows, for what its own requests do not tell.</summary>
internal sealed class RecordedObjects
{
    private readonly List<JsonElement> _objects = [];
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    public RecordedObjects(IEnumerable<RecordedExchange> recorded)
    {
        RecordedExchange[] exchanges = [.. recorded];
        IReadOnlyList<TranscriptEntry> entries = Transcript.Of("", exchanges).Entries;
        Questions = [.. entries.Select((entry, place) => (entry as RunEntry, place)).Where(run => run.Item1?.Id is not null)
            .Select(run => (run.Item1!.Id!, entries.Take(run.place).OfType<MessageEntry>().LastOrDefault(message => message.Role == "user")?.Text))
            .Where(run => !string.IsNullOrEmpty(run.Text)).Select(run => (run.Item1, run.Text!))];
        foreach (RecordedExchange exchange in exchanges)
        {
            foreach (RecordedEvent one in exchange.Events.Where(one => one.IsJson && !StreamShape.IsPiece(one)))
                CollectEvent(one.Data);
            if (exchange.Response is not { } response)
                continue;
            Collect(response);
            if (exchange.Method == "POST" && IdOf(response) is { } id && !exchange.Path.Contains(id, StringComparison.Ordinal))
                _made.Add(id);
        }
    }

    private RecordedObjects(RecordedObjects all, string run)
    {
        _objects = [.. all._objects.Where(found => IdOf(found) == run || found.GetText("run_id") == run)];
        Questions = [];
    }

    /// <summary>What the user said last before each run.</summary>
    public IReadOnlyList<(string RunId, string Text)> Questions { get; }

    /// <summary>The functions that runs have waited for, whatever became of them.</summary>
    public IEnumerable<JsonElement> FunctionCalls => _objects
        .SelectMany(found => found.Get("required_action")?.Get("submit_tool_outputs")?.GetItems("tool_calls") ?? [])
        .DistinctBy(call => call.GetText("id"));

    /// <summary>Only what a run made.</summary>
    public RecordedObjects OfRun(string run) => new(this, run);

    /// <summary>Whether a request of the recording itself created it.</summary>
    public bool IsMade(string id) => _made.Contains(id);

    public JsonElement? Find(string id) =>
        _objects.Select(found => (JsonElement?)found).FirstOrDefault(found => IdOf(found!.Value) == id);

    /// <summary>Objects of a kind such as <c>thread.message</c>, oldest first, each as it was last seen.</summary>
    public IReadOnlyList<JsonElement> All(string kind) =>
    [
        .. _objects
            .Where(found => found.GetProperty("object").ValueEquals(kind))
            .GroupBy(IdOf)
            .Select(versions => versions.Last())
            .OrderBy(found => found.GetProperty("created_at").GetInt64()),
    ];

    /// <summary>What a file search read in a file.</summary>
    public string? FindSearchedText(string fileId) => All("thread.run.step")
        .SelectMany(step => ToolCalls(step))
        .Where(call => call.TryGetProperty("file_search", out _))
        .SelectMany(call => call.GetProperty("file_search").GetProperty("results").EnumerateArray())
        .Where(result => result.GetProperty("file_id").ValueEquals(fileId) && result.TryGetProperty("content", out _))
        .Select(result => result.GetProperty("content")[0].GetProperty("text").GetString())
        .FirstOrDefault();

    public static IEnumerable<JsonElement> ToolCalls(JsonElement step) =>
        step.GetProperty("step_details").TryGetProperty("tool_calls", out JsonElement calls) ? calls.EnumerateArray() : [];

    public static string? IdOf(JsonElement found) =>
        found.ValueKind == JsonValueKind.Object && found.TryGetProperty("id", out JsonElement id) ? id.GetString() : null;

    private void CollectEvent(JsonElement data)
    {
        Collect(data);
        if (IdOf(data) is { } id)
            _made.Add(id);
    }

    private void Collect(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("object", out JsonElement kind))
            return;
        if (kind.ValueEquals("list"))
        {
            // Newest first unless asked otherwise: objects of one second keep the order of their creation.
            foreach (JsonElement item in answer.GetProperty("data").EnumerateArray().Reverse())
                Collect(item);
        }
        else if (answer.TryGetProperty("created_at", out _))
        {
            _objects.Add(answer);
        }
    }
}
