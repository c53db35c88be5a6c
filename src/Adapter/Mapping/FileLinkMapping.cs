using System.Text.Json;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>That a file belongs to an assistant or a message: an object of its own in Assistants v1.</summary>
internal static class FileLinkMapping
{
    public static void Write(Utf8JsonWriter writer, AssistantRecord assistant, AssistantFile file)
    {
        writer.WriteStartObject();
        writer.WriteString("id", file.Id);
        writer.WriteString("object", "assistant.file");
        writer.WriteNumber("created_at", file.AttachedAt ?? assistant.CreatedAt);
        writer.WriteString("assistant_id", assistant.Id);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, MessageRecord message, string fileId)
    {
        writer.WriteStartObject();
        writer.WriteString("id", fileId);
        writer.WriteString("object", "thread.message.file");
        writer.WriteNumber("created_at", message.CreatedAt);
        writer.WriteString("message_id", message.Id);
        writer.WriteEndObject();
    }
}
