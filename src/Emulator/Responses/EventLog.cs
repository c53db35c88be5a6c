using System.Runtime.CompilerServices;

namespace AgentsMigration.Emulator.Responses;

/// <summary>The stream events of a response, kept so that a reader can come late or come back.</summary>
internal sealed class EventLog
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _events = [];
    private TaskCompletionSource _changed = NewSignal();
    private bool _closed;

    public void Add(string type, JsonObject body)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            JsonObject entry = new() { ["type"] = type, ["sequence_number"] = _events.Count };
            foreach (KeyValuePair<string, JsonNode?> member in body.ToList())
            {
                body.Remove(member.Key);
                entry[member.Key] = member.Value;
            }

            _events.Add(entry);
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    public void Close()
    {
        lock (_gate) _closed = true;
        _changed.TrySetResult();
    }

    /// <summary>Yields the events behind a sequence number, then waits for more until the log is closed.</summary>
    public async IAsyncEnumerable<JsonObject> ReadAsync(
        int startingAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int next = startingAfter + 1; ;)
        {
            JsonObject? entry = null;
            Task changed;
            bool closed;
            lock (_gate)
            {
                changed = _changed.Task;
                closed = _closed;
                if (next < _events.Count) entry = _events[next++];
            }

            if (entry is not null) yield return entry;
            else if (closed) yield break;
            else await changed.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
