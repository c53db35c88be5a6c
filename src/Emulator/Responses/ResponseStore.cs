using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

internal sealed class ResponseStore
{
    private readonly OrderedDictionary<string, ResponseRecord> _all = [];

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

    public void CancelAll()
    {
        foreach (ResponseRecord record in _all.Values.ToList()) record.Stop.Cancel();
    }
}
