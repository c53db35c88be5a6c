using AgentsMigration.Emulator.Conversations;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>A response: what was asked, and what has become of it so far.</summary>
internal sealed class ResponseRecord(CreateRequest request, JsonObject body, string partition)
{
    public string Id { get; } = body["id"]!.GetValue<string>();

    public CreateRequest Request { get; } = request;

    /// <summary>The response object with nothing left out. Guarded by the workspace's gate.</summary>
    public JsonObject Body { get; } = body;

    public string Partition { get; } = partition;

    public EventLog Events { get; } = new();

    public CancellationTokenSource Stop { get; } = new();

    public Task Completion { get; set; } = Task.CompletedTask;

    public Conversation? Conversation => Request.Conversation;

    public IncludeSet Include => Request.Include;

    public string Status
    {
        get => Body["status"]!.GetValue<string>();
        set => Body["status"] = value;
    }

    public bool IsActive => Status is "queued" or "in_progress";

    public IEnumerable<JsonObject> Output => ((JsonArray)Body["output"]!).Select(item => (JsonObject)item!);
}
