using System.Text.Json;

namespace AgentsMigration.Adapter.Legacy;

/// <summary>The list envelope; an empty page has null ids, as the service sends it.</summary>
internal static class LegacyList
{
    public static LegacyResponse Respond<T>(
        IReadOnlyList<T> items, bool hasMore, Func<T, string> id, Action<Utf8JsonWriter, T> write) =>
        LegacyResponse.Json((items, hasMore, id, write), static (writer, page) =>
        {
            writer.WriteStartObject();
            writer.WriteString("object", "list");
            writer.WriteStartArray("data");
            foreach (T item in page.items)
                page.write(writer, item);
            writer.WriteEndArray();
            writer.WriteString("first_id", page.items.Count == 0 ? null : page.id(page.items[0]));
            writer.WriteString("last_id", page.items.Count == 0 ? null : page.id(page.items[page.items.Count - 1]));
            writer.WriteBoolean("has_more", page.hasMore);
            writer.WriteEndObject();
        });
}
