using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

internal static class ToolResourcesMapping
{
    private const int MaxFiles = 20;
    private const int MaxStores = 1;

    public static ToolResources? OptionalToolResources(this RequestBody body)
    {
        if (body.OptionalObject("tool_resources") is not { } resources)
            return null;

        RequestBody? code = resources.OptionalObject("code_interpreter");
        RequestBody? search = resources.OptionalObject("file_search");
        IReadOnlyList<string>? files = code is null ? null : Ids(code, "file_ids", MaxFiles) ?? [];
        IReadOnlyList<string>? stores = search is null ? null : Ids(search, "vector_store_ids", MaxStores) ?? [];
        if (search?.OptionalArray("vector_stores") is { Count: > 0 })
        {
            throw LegacyErrors.Unsupported(
                search.Path("vector_stores"),
                "Creating a vector store inline is not served yet. Create it with POST /vector_stores and pass its id in "
                + "'vector_store_ids'.");
        }
        code?.RefuseUnread();
        search?.RefuseUnread();
        resources.RefuseUnread();
        return new ToolResources { CodeInterpreterFiles = files, VectorStores = stores };
    }

    /// <summary>The value of <c>tool_resources</c>: the service lists the tools that were named, and no others.</summary>
    public static void Write(Utf8JsonWriter writer, ToolResources? resources, bool hasCodeInterpreter)
    {
        writer.WriteStartObject("tool_resources");
        if (resources?.CodeInterpreterFiles is not null || hasCodeInterpreter)
            WriteIds(writer, "code_interpreter", "file_ids", resources?.CodeInterpreterFiles ?? []);
        if (resources?.VectorStores is { } stores)
            WriteIds(writer, "file_search", "vector_store_ids", stores);
        writer.WriteEndObject();
    }

    private static IReadOnlyList<string>? Ids(RequestBody body, string name, int max)
    {
        if (body.OptionalArray(name, max) is not { } items)
            return null;
        return
        [
            .. items.Select((item, index) =>
                item.ValueKind == JsonValueKind.String && LegacyIds.IsWellFormed(item.GetString()!)
                    ? item.GetString()!
                    : throw LegacyErrors.InvalidType($"{body.Path(name)}[{index}]", "an id", RequestBody.Kind(item))),
        ];
    }

    private static void WriteIds(Utf8JsonWriter writer, string tool, string name, IReadOnlyList<string> ids)
    {
        writer.WriteStartObject(tool);
        writer.WriteStartArray(name);
        foreach (string id in ids)
            writer.WriteStringValue(id);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
