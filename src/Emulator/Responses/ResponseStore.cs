using System.Collections.Concurrent;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

internal sealed class ResponseStore
{
    private readonly OrderedDictionary<string, ResponseRecord> _all = [];
    private readonly ConcurrentDictionary<ResponseRecord, bool> _running = [];

    public IEnumerable<ResponseRecord> All => _all.Values;

    public void Add(ResponseRecord record) => _all.Add(record.Id, record);

    public ResponseRecord? Find(string id) => _all.GetValueOrDefault(id);

    public ResponseRecord Get(string id) =>
        Find(id) ?? throw Refusal.NotFound($"Response with id '{id}' not found.");

    public bool Remove(string id) => _all.Remove(id);

    /// <summary>Finds an item of any response, for references to it.</summary>
    public JsonObject? FindItem(string id) => _all.Values
        .SelectMany(record => record.Request.Input.Concat(record.Output))
        .FirstOrDefault(item => item["id"]?.GetValue<string>() == id);

    /// <summary>Stops everything that is being generated, and waits until it has stopped.</summary>
    public async Task StopAsync()
    {
        ResponseRecord[] running = [.. _running.Keys];
        foreach (ResponseRecord record in running) await record.Stop.CancelAsync();
        await Task.WhenAll(running.Select(record => record.Completion));
    }

    /// <summary>Starts the work on a response and keeps hold of it until it ends, stored or not.</summary>
    public void Run(ResponseRecord record, Func<Task> work)
    {
        _running[record] = true;
        record.Completion = Task.Run(async () =>
        {
            await work();
            _running.TryRemove(record, out _);
        });
    }
}
