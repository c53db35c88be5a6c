using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;

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
            ToolResources = LegacyWire.Of(body.Dialect).ReadResources(body),
            Metadata = body.OptionalMetadata(),
        };
        body.RefuseUnread();
        return thread;
    }
}
