using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Reads legacy tool definitions and completes them the way the service echoes them.</summary>
internal static class LegacyTools
{
    private const int MaxTools = 128;

    private static readonly byte[] DefaultParameters = """{"type":"object","properties":{}}"""u8.ToArray();

    public static IReadOnlyList<JsonElement>? OptionalTools(this RequestBody body, string name = "tools")
    {
        if (body.OptionalObjects(name, MaxTools) is not { } tools)
            return null;
        LegacyWire wire = LegacyWire.Of(body.Dialect);
        return [.. tools.Select(tool => Read(tool, wire))];
    }

    public static bool Has(IReadOnlyList<JsonElement> tools, string type) =>
        tools.Any(tool => tool.GetText("type") == type);

    private static JsonElement Read(RequestBody tool, LegacyWire wire)
    {
        JsonElement read = wire.ReadTool(tool);
        tool.RefuseUnread();
        return read;
    }

    public static JsonElement CodeInterpreter { get; } = JsonBytes.Parse("""{"type":"code_interpreter"}"""u8);

    /// <summary>As one that was given without options is echoed.</summary>
    public static JsonElement DefaultFileSearch { get; } = ReadFileSearch(new RequestBody(JsonBytes.Parse("{}"u8)));

    public static JsonElement ReadFileSearch(RequestBody tool)
    {
        RequestBody? search = tool.OptionalObject("file_search");
        int? maxResults = search?.OptionalInteger("max_num_results", 1);
        RequestBody? ranking = search?.OptionalObject("ranking_options");
        string ranker = ranking?.OptionalString("ranker") switch
        {
            null or "auto" => "default_2024_08_21",
            { } given => given,
        };
        double threshold = ranking?.OptionalNumber("score_threshold", 0, 1) ?? 0.0;
        // The service shows it, null mostly; an app that reads tools and sends them back sends it, too.
        JsonElement? hybrid = ranking?.OptionalObject("hybrid_search")?.Root;
        ranking?.RefuseUnread();
        search?.RefuseUnread();

        return JsonBytes.Parse(JsonBytes.Write((maxResults, ranker, threshold, hybrid), static (writer, options) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "file_search");
            writer.WriteStartObject("file_search");
            if (options.maxResults is { } max)
                writer.WriteNumber("max_num_results", max);
            writer.WriteStartObject("ranking_options");
            writer.WriteString("ranker", options.ranker);
            writer.WriteDecimal("score_threshold", options.threshold);
            writer.WritePropertyName("hybrid_search");
            if (options.hybrid is { } weights)
                weights.WriteTo(writer);
            else
                writer.WriteNullValue();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }

    public static JsonElement ReadFunction(RequestBody tool)
    {
        RequestBody function = tool.OptionalObject("function")
            ?? throw LegacyErrors.MissingParameter(tool.Path("function"));
        string name = function.RequiredString("name", 64);
        string? description = function.OptionalString("description");
        JsonElement? parameters = function.OptionalObject("parameters")?.Root;
        bool strict = function.OptionalBoolean("strict") ?? false;
        function.RefuseUnread();

        return JsonBytes.Parse(JsonBytes.Write((name, description, parameters, strict), static (writer, f) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", f.name);
            if (f.description is not null)
                writer.WriteString("description", f.description);
            writer.WritePropertyName("parameters");
            if (f.parameters is { } schema)
                schema.WriteTo(writer);
            else
                writer.WriteRawValue(DefaultParameters);
            writer.WriteBoolean("strict", f.strict);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }
}
