using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping.HostedTools;

/// <summary>The calls of hosted tools among a response's items → tool calls of a legacy step.</summary>
internal static class HostedCallMapping
{
    private const string CallSuffix = "_call";
    private const string OutputSuffix = "_call_output";

    public static bool IsMcpCall(JsonElement item) => item.GetText("type") == "mcp_call";

    public static bool IsOutput(JsonElement item) => KindOf(item, OutputSuffix) is not null;

    /// <summary>A call whose output is an item of its own, behind it.</summary>
    public static bool IsCall(JsonElement item) => KindOf(item, CallSuffix) is not null;

    public static bool Answers(JsonElement output, JsonElement call) =>
        IsOutput(output) && output.GetText("call_id") is { } id && id == call.GetText("call_id");

    public static JsonElement Mcp(JsonElement item) => JsonBytes.Parse(JsonBytes.Write(item, static (writer, call) =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", ToolCallMapping.CallId(call));
        writer.WriteString("type", HostedTool.Mcp);
        writer.WriteString("arguments", call.GetText("arguments") ?? "");
        writer.WriteString("name", call.GetText("name"));
        writer.WriteString("server_label", call.GetText("server_label"));
        writer.WriteString("output", call.GetText("output") ?? ErrorOf(call));
        writer.WriteEndObject();
    }));

    public static JsonElement Hosted(JsonElement call, JsonElement? output) =>
        JsonBytes.Parse(JsonBytes.Write((call, output), static (writer, made) =>
        {
            HostedTool kind = KindOf(made.call, CallSuffix)!;
            writer.WriteStartObject();
            writer.WriteString("id", ToolCallMapping.CallId(made.call));
            writer.WriteString("type", kind.Type);
            writer.WriteStartObject(kind.Type);
            // Bing told the request that it had made, the others what they were given.
            writer.WriteString(InputName(kind), made.call.GetText("arguments") ?? "");
            if (made.output is { } answer && answer.Get("output") is { } given)
                writer.WriteString(OutputName(kind), given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText());
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));

    private static string InputName(HostedTool kind) => kind.Type switch
    {
        "bing_grounding" or "bing_custom_search" => "requesturl",
        "openapi" or "azure_function" => "arguments",
        _ => "input",
    };

    private static string OutputName(HostedTool kind) =>
        kind.Type is "bing_grounding" or "bing_custom_search" ? "response_metadata" : "output";

    private static HostedTool? KindOf(JsonElement item, string suffix) =>
        item.GetText("type") is { } type && type.EndsWith(suffix, StringComparison.Ordinal)
            ? HostedTool.All.FirstOrDefault(tool => tool.Type != HostedTool.Mcp && type == tool.V2Type + suffix)
            : null;

    private static string ErrorOf(JsonElement call) => call.Get("error") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } error => error.GetText("message") ?? "",
        null => "",
    };
}
