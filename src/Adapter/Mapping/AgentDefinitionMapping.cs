using System.Globalization;
using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.HostedTools;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>An assistant ↔ a Foundry agent with its latest version (docs/wire.md, Foundry).</summary>
internal static class AgentDefinitionMapping
{
    private const string NameKey = "legacy_name";
    private const string OwnedKey = "legacy_assistant";
    private const string CreatedKey = "legacy_created_at";

    /// <summary>What Foundry takes; of more, the store alone has the rest.</summary>
    private const int MaxMetadata = 16;

    public static byte[] ToCreateRequest(string agentName, AssistantSettings settings) =>
        JsonBytes.Write((agentName, settings), static (writer, agent) =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", agent.agentName);
            if (!string.IsNullOrEmpty(agent.settings.Description))
                writer.WriteString("description", agent.settings.Description);
            WriteMetadata(writer, agent.settings, null);
            WriteDefinition(writer, agent.settings);
            writer.WriteEndObject();
        });

    /// <param name="settings">What the version is to say.</param>
    /// <param name="createdAt">When the first one was made: the latest says only its own time.</param>
    public static byte[] ToVersionRequest(AssistantSettings settings, long createdAt) =>
        JsonBytes.Write((settings, createdAt), static (writer, version) =>
        {
            writer.WriteStartObject();
            if (!string.IsNullOrEmpty(version.settings.Description))
                writer.WriteString("description", version.settings.Description);
            WriteMetadata(writer, version.settings, version.createdAt);
            WriteDefinition(writer, version.settings);
            writer.WriteEndObject();
        });

    /// <summary>What the app asked for, as far as the agent shows it: for assistants that the store does not know.</summary>
    public static AssistantRecord? ToAssistant(JsonElement agent)
    {
        JsonElement version = agent.Get("versions")?.Get("latest") ?? default;
        JsonElement definition = version.Get("definition") ?? default;
        JsonElement metadata = version.Get("metadata") ?? default;
        if (metadata.GetText(OwnedKey) is null || agent.GetText("name") is not { } name)
            return null;

        return new AssistantRecord
        {
            Id = LegacyIds.AssistantFromAgentName(name),
            CreatedAt = long.TryParse(metadata.GetText(CreatedKey), NumberStyles.None, CultureInfo.InvariantCulture, out long created)
                ? created
                : version.GetSeconds("created_at") ?? 0,
            AgentVersion = version.GetText("version"),
            Settings = new AssistantSettings
            {
                Model = definition.GetText("model") ?? "",
                Name = metadata.GetText(NameKey),
                Description = version.GetText("description") is { Length: > 0 } description ? description : null,
                Instructions = definition.GetText("instructions"),
                Tools = [.. definition.GetItems("tools").Select(ToLegacyTool)],
                ToolResources = ToToolResources(definition),
                Metadata = metadata.EnumerateObject()
                    .Where(pair => pair.Name is not (NameKey or OwnedKey or CreatedKey) && !pair.Name.StartsWith("x-ms-", StringComparison.Ordinal))
                    .ToDictionary(pair => pair.Name, pair => pair.Value.ToString()),
                Temperature = definition.Get("temperature")?.GetDouble(),
                TopP = definition.Get("top_p")?.GetDouble(),
                ReasoningEffort = definition.Get("reasoning")?.GetText("effort"),
            },
        };
    }

    private static void WriteMetadata(Utf8JsonWriter writer, AssistantSettings settings, long? createdAt)
    {
        int own = 1 + (settings.Name is null ? 0 : 1) + (createdAt is null ? 0 : 1);
        writer.WriteStartObject("metadata");
        writer.WriteString(OwnedKey, "1");
        if (settings.Name is not null)
            writer.WriteString(NameKey, settings.Name);
        if (createdAt is { } created)
            writer.WriteString(CreatedKey, created.ToString(CultureInfo.InvariantCulture));
        foreach (KeyValuePair<string, string> pair in (settings.Metadata ?? new Dictionary<string, string>()).Take(MaxMetadata - own))
            writer.WriteString(pair.Key, pair.Value);
        writer.WriteEndObject();
    }

    private static void WriteDefinition(Utf8JsonWriter writer, AssistantSettings settings)
    {
        writer.WriteStartObject("definition");
        writer.WriteString("kind", "prompt");
        writer.WriteString("model", settings.Model);
        if (!string.IsNullOrEmpty(settings.Instructions))
            writer.WriteString("instructions", settings.Instructions);
        ToolResources? resources = AssistantFiles.ResourcesOf(settings);
        ToolMapping.WriteTools(
            writer,
            settings.Tools,
            new RunPlan
            {
                CodeInterpreterFiles = resources?.CodeInterpreterFiles ?? [],
                VectorStores = resources?.VectorStores ?? [],
                SearchIndexes = resources?.SearchIndexes ?? [],
                McpServers = McpServers.WithoutHeaders(resources?.McpServers ?? []),
            });
        if (settings.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        if (settings.TopP is { } topP)
            writer.WriteNumber("top_p", topP);
        if (settings.ReasoningEffort is { } effort)
        {
            writer.WriteStartObject("reasoning");
            writer.WriteString("effort", effort);
            writer.WriteEndObject();
        }
        ResponseFormatMapping.WriteText(writer, settings.ResponseFormat);
        writer.WriteEndObject();
    }

    private static JsonElement ToLegacyTool(JsonElement tool)
    {
        if (HostedTool.FindV2(tool.GetText("type")) is { } hosted)
            return HostedToolMapping.Read(tool, hosted);
        if (tool.GetText("type") != "function")
            return JsonBytes.Parse(JsonBytes.Write(tool.GetText("type"), static (writer, type) =>
            {
                writer.WriteStartObject();
                writer.WriteString("type", type);
                writer.WriteEndObject();
            }));
        return JsonBytes.Parse(JsonBytes.Write(tool, static (writer, function) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            foreach (JsonProperty property in function.EnumerateObject().Where(p => p.Name != "type"))
                property.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }

    private static ToolResources? ToToolResources(JsonElement definition)
    {
        JsonElement[] tools = [.. definition.GetItems("tools")];
        JsonElement code = tools.FirstOrDefault(tool => tool.GetText("type") == "code_interpreter");
        JsonElement search = tools.FirstOrDefault(tool => tool.GetText("type") == "file_search");
        IReadOnlyList<JsonElement>? indexes = tools.Select(HostedToolMapping.ReadIndexes).FirstOrDefault(found => found is not null);
        if (code.ValueKind != JsonValueKind.Object && search.ValueKind != JsonValueKind.Object && indexes is null)
            return null;
        return new ToolResources
        {
            SearchIndexes = indexes,
            CodeInterpreterFiles = Texts(code.Get("container") ?? default, "file_ids"),
            VectorStores = search.ValueKind == JsonValueKind.Object ? Texts(search, "vector_store_ids") : null,
        };
    }

    private static IReadOnlyList<string> Texts(JsonElement element, string name) =>
        [.. element.GetItems(name).Select(item => item.GetString() ?? "")];
}
