using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A message as a legacy request describes it.</summary>
internal sealed record NewMessage
{
    public required string Role { get; init; }

    public required IReadOnlyList<NewMessagePart> Parts { get; init; }

    public IReadOnlyList<NewAttachment> Attachments { get; init; } = [];

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public static IReadOnlyList<NewMessage> ReadAll(RequestBody body, string name) =>
        [.. (body.OptionalObjects(name) ?? []).Select(Read)];

    public static NewMessage Read(RequestBody body)
    {
        string role = body.RequiredString("role");
        if (role is not ("user" or "assistant"))
            throw LegacyErrors.InvalidValue(body.Path("role"), $"'{role}'. Supported values are: 'user' and 'assistant'.");

        LegacyWire wire = LegacyWire.Of(body.Dialect);
        NewMessage message = new()
        {
            Role = role,
            Parts = wire.ReadContent(body, role),
            Attachments = wire.ReadAttachments(body),
            Metadata = body.OptionalMetadata(),
        };
        body.RefuseUnread();
        return message;
    }

    /// <summary>The conversation item; v2 demands <c>type</c> and, of an assistant's text, <c>annotations</c>.</summary>
    public void WriteItem(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        writer.WriteString("role", Role);
        writer.WriteStartArray("content");
        foreach (NewMessagePart part in Parts)
            part.Write(writer, Role);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
