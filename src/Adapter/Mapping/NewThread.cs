using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A thread as a legacy request asks for it.</summary>
internal sealed record NewThread
{
    public IReadOnlyList<NewMessage> Messages { get; init; } = [];

    public NewToolResources? ToolResources { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public static NewThread Read(RequestBody? body)
    {
        if (body is null)
            return new NewThread();
        NewThread thread = new()
        {
            Messages = NewMessage.ReadAll(body, "messages"),
            ToolResources = body.OptionalToolResources(),
            Metadata = body.OptionalMetadata(),
        };
        body.RefuseUnread();
        return thread;
    }
}
