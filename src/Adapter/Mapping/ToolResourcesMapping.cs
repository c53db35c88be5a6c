using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.Mapping.HostedTools;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

internal static class ToolResourcesMapping
{
    private const int MaxFiles = 20;
    private const int MaxStores = 1;

    public static NewToolResources? OptionalToolResources(this RequestBody body)
    {
        if (body.OptionalObject("tool_resources") is not { } resources)
            return null;

        RequestBody? code = resources.OptionalObject("code_interpreter");
        RequestBody? search = resources.OptionalObject("file_search");
        DataSources.RefuseIn(code, "data_sources");
        bool hosted = LegacyWire.Of(body.Dialect).TakesHostedResources;
        RequestBody? indexes = hosted ? resources.OptionalObject(HostedTool.AzureAISearch) : null;
        NewToolResources read = new()
        {
            SearchIndexes = indexes is null ? null : [.. (indexes.OptionalObjects("indexes") ?? []).Select(HostedToolReader.SearchIndex)],
            McpServers = hosted && resources.OptionalObjects(HostedTool.Mcp) is { } servers ? [.. servers.Select(HostedToolReader.McpResource)] : null,
            CodeInterpreterFiles = code is null ? null : code.OptionalIds("file_ids", MaxFiles) ?? [],
            VectorStores = search is null ? null : search.OptionalIds("vector_store_ids", MaxStores) ?? [],
            NewStores = search is null ? [] : NewVectorStore.ReadAll(search),
        };
        if (read.NewStores.Count > 0 && read.VectorStores?.Count > 0)
        {
            throw LegacyErrors.InvalidValue(
                search!.Path("vector_stores"), "only one of 'vector_store_ids' and 'vector_stores' can be given.");
        }
        code?.RefuseUnread();
        search?.RefuseUnread();
        indexes?.RefuseUnread();
        resources.RefuseUnread();
        return read;
    }

    /// <summary>The value of <c>tool_resources</c>: the service lists the tools that were named, and no others.</summary>
    public static void Write(Utf8JsonWriter writer, ToolResources? resources, bool hasCodeInterpreter)
    {
        writer.WriteStartObject("tool_resources");
        if (resources?.CodeInterpreterFiles is not null || hasCodeInterpreter)
            WriteIds(writer, "code_interpreter", "file_ids", resources?.CodeInterpreterFiles ?? []);
        if (resources?.VectorStores is { } stores)
            WriteIds(writer, "file_search", "vector_store_ids", stores);
        if (resources?.SearchIndexes is { } indexes)
        {
            writer.WriteStartObject(HostedTool.AzureAISearch);
            writer.WriteElements("indexes", indexes);
            writer.WriteEndObject();
        }
        if (resources?.McpServers is { } servers)
            McpServers.Write(writer, servers);
        writer.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter writer, string tool, string name, IReadOnlyList<string> ids)
    {
        writer.WriteStartObject(tool);
        writer.WriteTexts(name, ids);
        writer.WriteEndObject();
    }
}
