using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;

namespace AgentsMigration.Adapter.Operations.Threads;

internal static class ConversationRequest
{
    /// <summary>The body that creates a conversation, or replaces the metadata of one.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, string>? metadata) =>
        JsonBytes.Write(metadata, static (writer, pairs) =>
        {
            writer.WriteStartObject();
            if (pairs is not null)
                writer.WriteMetadata(pairs);
            writer.WriteEndObject();
        });
}
