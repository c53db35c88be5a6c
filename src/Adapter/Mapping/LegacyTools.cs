using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Reads legacy tool definitions and completes them the way the service echoes them.</summary>
internal static class LegacyTools
{
    private const int MaxTools = 128;

    private static readonly byte[] DefaultParameters = """{"type":"object","properties":{}}"""u8.ToArray();

    public static IReadOnlyList<JsonElement>? OptionalTools(this RequestBody body, string name = "tools")
    {
        if (body.OptionalArray(name, MaxTools) is not { } tools)
            return null;
        return [.. tools.Select((tool, index) => Normalize(RequestBody.AsObject(tool, $"{body.Path(name)}[{index}]")))];
    }

    public static bool Has(IReadOnlyList<JsonElement> tools, string type) =>
        tools.Any(tool => tool.GetText("type") == type);

    private static JsonElement Normalize(RequestBody tool)
    {
        string type = tool.RequiredString("type");
        JsonElement normalized = type switch
        {
            "code_interpreter" => JsonBytes.Parse("""{"type":"code_interpreter"}"""u8),
            "file_search" => NormalizeFileSearch(tool),
            "function" => NormalizeFunction(tool),
            _ => throw LegacyErrors.InvalidValue(
                tool.Path("type"), $"'{type}'. Supported values are: 'code_interpreter', 'file_search', and 'function'."),
        };
        tool.RefuseUnread();
        return normalized;
    }

    private static JsonElement NormalizeFileSearch(RequestBody tool)
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

    private static JsonElement NormalizeFunction(RequestBody tool)
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
