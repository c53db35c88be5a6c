using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Tool resources as a request gives them; vector stores may be asked for inline.</summary>
internal sealed record NewToolResources
{
    public IReadOnlyList<string>? CodeInterpreterFiles { get; init; }

    public IReadOnlyList<string>? VectorStores { get; init; }

    public IReadOnlyList<NewVectorStore> NewStores { get; init; } = [];

    public IReadOnlyList<JsonElement>? SearchIndexes { get; init; }

    public IReadOnlyList<JsonElement>? McpServers { get; init; }

    public ToolResources With(IReadOnlyList<string> madeStores) => new()
    {
        CodeInterpreterFiles = CodeInterpreterFiles,
        VectorStores = madeStores.Count > 0 ? madeStores : VectorStores,
        SearchIndexes = SearchIndexes,
        McpServers = McpServers,
    };
}

/// <summary>A vector store that a request describes in place.</summary>
internal sealed record NewVectorStore(
    IReadOnlyList<string> Files, JsonElement? ChunkingStrategy, IReadOnlyDictionary<string, string>? Metadata)
{
    private const int MaxStores = 1;
    private const int MaxFiles = 10_000;

    public static IReadOnlyList<NewVectorStore> ReadAll(RequestBody search) =>
    [
        .. (search.OptionalObjects("vector_stores", MaxStores) ?? []).Select(Read),
    ];

    public byte[] ToJson(int? expiresAfterDays) =>
        JsonBytes.Write((this, expiresAfterDays), static (writer, store) =>
        {
            (NewVectorStore given, int? days) = store;
            writer.WriteStartObject();
            writer.WriteStartArray("file_ids");
            foreach (string file in given.Files)
                writer.WriteStringValue(file);
            writer.WriteEndArray();
            if (given.ChunkingStrategy is { } chunking)
            {
                writer.WritePropertyName("chunking_strategy");
                chunking.WriteTo(writer);
            }
            if (days is { } number)
            {
                writer.WriteStartObject("expires_after");
                writer.WriteString("anchor", "last_active_at");
                writer.WriteNumber("days", number);
                writer.WriteEndObject();
            }
            if (given.Metadata is not null)
                writer.WriteMetadata(given.Metadata);
            writer.WriteEndObject();
        });

    private static NewVectorStore Read(RequestBody store)
    {
        string[] files =
        [
            .. (store.OptionalArray("file_ids", MaxFiles) ?? []).Select((item, index) =>
                item.ValueKind == JsonValueKind.String
                    ? item.GetString()!
                    : throw LegacyErrors.InvalidType($"{store.Path("file_ids")}[{index}]", "an id", RequestBody.Kind(item))),
        ];
        DataSources.RefuseIn(store, "configuration");
        NewVectorStore read = new(files, store.OptionalObject("chunking_strategy")?.Root, store.OptionalMetadata());
        store.RefuseUnread();
        return read;
    }
}
