using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A conversation with what the store knows of it → legacy thread.</summary>
internal static class ThreadMapping
{
    private const string TelemetryPrefix = "x-ms-telemetry-";

    /// <param name="writer">Where to.</param>
    /// <param name="conversation">The v2 answer.</param>
    /// <param name="thread">What the store knows.</param>
    /// <param name="isRead">The service shows an empty <c>code_interpreter</c> entry on reads and none on creation and change.</param>
    /// <param name="wire">Whose words.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement conversation, ThreadRecord? thread, bool isRead, LegacyWire wire)
    {
        writer.WriteStartObject();
        writer.WriteString("id", LegacyIds.ThreadFromConversation(conversation.GetText("id") ?? ""));
        writer.WriteString("object", "thread");
        writer.WriteNumber("created_at", conversation.GetSeconds("created_at") ?? 0);
        WriteMetadata(writer, conversation.Get("metadata"));
        wire.WriteThreadResources(writer, WithAttached(thread), isRead);
        writer.WriteEndObject();
    }

    private static ToolResources? WithAttached(ThreadRecord? thread)
    {
        ToolResources? resources = thread?.ToolResources;
        if (thread?.AttachedFiles.Count > 0)
        {
            string[] files = [.. (resources?.CodeInterpreterFiles ?? []).Union(thread.AttachedFiles)];
            resources = (resources ?? new ToolResources()) with { CodeInterpreterFiles = files };
        }
        if (thread?.AttachedStore is { } store)
            resources = (resources ?? new ToolResources()) with { VectorStores = [.. (resources?.VectorStores ?? []).Append(store)] };
        return resources;
    }

    private static void WriteMetadata(Utf8JsonWriter writer, JsonElement? metadata)
    {
        writer.WriteStartObject("metadata");
        if (metadata is { ValueKind: JsonValueKind.Object } pairs)
        {
            foreach (JsonProperty pair in pairs.EnumerateObject())
            {
                if (!pair.Name.StartsWith(TelemetryPrefix, StringComparison.Ordinal))
                    pair.WriteTo(writer);
            }
        }
        writer.WriteEndObject();
    }
}
