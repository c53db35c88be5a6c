using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.Operations.Messages;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// The truncation strategy <c>last_messages</c>, which v2 does not have: such a run is sent a copy of the last messages. Where
/// the conversation is the service's it works apart from it, and its own messages are added when it has ended.
/// </summary>
internal sealed class LastMessages(ConversationHome home, MessageReader reader)
{
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(string threadId, int count, CancellationToken cancellationToken)
    {
        List<WrittenMessage> last = [];
        string? after = null;
        while (last.Count < count)
        {
            PageRequest page = new(Math.Min(100, count - last.Count), Ascending: false, after, Before: null);
            MessagePage found = await reader.ListAsync(threadId, page, null, cancellationToken).ConfigureAwait(false);
            last.AddRange(found.Messages);
            if (!found.HasMore)
                break;
            after = found.Messages[found.Messages.Count - 1].Record.Id;
        }
        last.Reverse();
        return [.. last.Select(message => TranscriptItem.ToInput(message.Item)).OfType<JsonElement>()];
    }

    /// <summary>Adds the messages of a response to the conversation; returns the ids that they have there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AppendAsync(
        string threadId, JsonElement response, CancellationToken cancellationToken)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        foreach (JsonElement message in response.GetItems("output").Where(MessageMapping.IsMessage))
        {
            byte[] request = JsonBytes.Write(Copy(message), static (writer, item) =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("items");
                item.WriteTo(writer);
                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            JsonElement added = await home.AddItemsAsync(
                LegacyIds.ConversationFromThread(threadId), request, null, cancellationToken).ConfigureAwait(false);
            foreach (JsonElement item in added.GetItems("data"))
                ids[message.GetText("id") ?? ""] = item.GetText("id") ?? "";
        }
        return ids;
    }

    /// <summary>Without the id and status that v2 gave: they are v2's to give again.</summary>
    private static JsonElement Copy(JsonElement item) =>
        JsonBytes.Parse(JsonBytes.Write(item, static (writer, source) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "message");
            writer.WriteString("role", source.GetText("role"));
            writer.WriteStartArray("content");
            foreach (JsonElement part in source.GetItems("content"))
                WritePart(writer, part);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));

    private static void WritePart(Utf8JsonWriter writer, JsonElement part)
    {
        writer.WriteStartObject();
        foreach (JsonProperty property in part.EnumerateObject())
        {
            if (property.Name != "logprobs")
                property.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
