using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Tool call items → the tool calls of a legacy step.</summary>
internal static class ToolCallMapping
{
    public static JsonElement CodeInterpreter(JsonElement item, Func<string, string?> imageFile) =>
        Write((item, imageFile), static (writer, call) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", CallId(call.item));
            writer.WriteString("type", "code_interpreter");
            writer.WriteStartObject("code_interpreter");
            writer.WriteString("input", call.item.GetText("code") ?? "");
            writer.WriteStartArray("outputs");
            foreach (JsonElement output in call.item.GetItems("outputs"))
                WriteOutput(writer, output, call.imageFile);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    /// <summary>Without its ranking options, which the run knows.</summary>
    public static JsonElement FileSearch(JsonElement item) =>
        Write(item, static (writer, call) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", CallId(call));
            writer.WriteString("type", "file_search");
            writer.WriteStartObject("file_search");
            writer.WriteStartArray("results");
            foreach (JsonElement result in call.GetItems("results"))
                WriteResult(writer, result);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    /// <summary>Without its output, which the run knows.</summary>
    public static JsonElement Function(JsonElement item) =>
        Write(item, static (writer, call) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", call.GetText("call_id"));
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", call.GetText("name"));
            writer.WriteString("arguments", call.GetText("arguments") ?? "");
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private static void WriteOutput(Utf8JsonWriter writer, JsonElement output, Func<string, string?> imageFile)
    {
        if (output.GetText("type") == "logs")
        {
            writer.WriteStartObject();
            writer.WriteString("type", "logs");
            writer.WriteString("logs", output.GetText("logs") ?? "");
            writer.WriteEndObject();
        }
        else if (output.GetText("url") is { } url && imageFile(url) is { } fileId)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "image");
            writer.WriteStartObject("image");
            writer.WriteString("file_id", fileId);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private static void WriteResult(Utf8JsonWriter writer, JsonElement result)
    {
        writer.WriteStartObject();
        writer.WriteString("file_id", result.GetText("file_id"));
        writer.WriteString("file_name", result.GetText("filename"));
        writer.WriteDecimal("score", result.Get("score") is { ValueKind: JsonValueKind.Number } score ? score.GetDouble() : 0);
        writer.WritePropertyName("attributes");
        if (result.Get("attributes") is { } attributes)
            attributes.WriteTo(writer);
        else
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
        writer.WriteStartArray("content");
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", result.GetText("text") ?? "");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static string CallId(JsonElement item)
    {
        string id = item.GetText("id") ?? "";
        return "call_" + id.Substring(id.IndexOf('_') + 1);
    }

    private static JsonElement Write<T>(T state, Action<Utf8JsonWriter, T> write) => JsonBytes.Parse(JsonBytes.Write(state, write));
}
