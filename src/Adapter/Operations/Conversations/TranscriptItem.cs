using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Conversations;

/// <summary>Items as the transcript keeps them, and as they are sent as input again.</summary>
internal static class TranscriptItem
{
    /// <summary>A new item with the id that it gets in the conversation.</summary>
    public static JsonElement Named(JsonElement given, string id) =>
        Write((given, id), static (writer, named) =>
        {
            writer.WriteString("id", named.id);
            writer.WriteString("status", "completed");
            foreach (JsonProperty property in named.given.EnumerateObject())
            {
                if (property.Name is not ("id" or "status"))
                    property.WriteTo(writer);
            }
        });

    /// <summary>
    /// The item as input, without the id and status that the service gave: they tie it to a response that may be forgotten.
    /// Null where it is nothing to tell the model again: reasoning belongs to its response, search results to their answer.
    /// </summary>
    public static JsonElement? ToInput(JsonElement item) => item.GetText("type") switch
    {
        "message" => Message(item),
        "function_call" => Pick(item, "type", "call_id", "name", "arguments"),
        "function_call_output" => Pick(item, "type", "call_id", "output"),
        "code_interpreter_call" when item.GetText("container_id") is not null => Code(item),
        _ => null,
    };

    private static JsonElement Message(JsonElement item) => Write(item, static (writer, message) =>
    {
        writer.WriteString("type", "message");
        writer.WriteString("role", message.GetText("role"));
        writer.WriteStartArray("content");
        foreach (JsonElement part in message.GetItems("content"))
            WritePart(writer, part);
        writer.WriteEndArray();
    });

    private static void WritePart(Utf8JsonWriter writer, JsonElement part)
    {
        if (part.GetText("type") != "output_text")
        {
            part.WriteTo(writer);
            return;
        }
        // What it cites may be gone; the model needs the words alone.
        writer.WriteStartObject();
        writer.WriteString("type", "output_text");
        writer.WriteString("text", part.GetText("text"));
        writer.WriteStartArray("annotations");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>With what it printed; pictures are not sent back and forth.</summary>
    private static JsonElement Code(JsonElement item) => Write(item, static (writer, call) =>
    {
        writer.WriteString("type", "code_interpreter_call");
        writer.WriteString("container_id", call.GetText("container_id"));
        writer.WriteString("code", call.GetText("code"));
        writer.WriteStartArray("outputs");
        foreach (JsonElement output in call.GetItems("outputs"))
        {
            if (output.GetText("type") == "logs")
                output.WriteTo(writer);
        }
        writer.WriteEndArray();
    });

    private static JsonElement Pick(JsonElement item, params string[] names) => Write((item, names), static (writer, picked) =>
    {
        foreach (string name in picked.names)
        {
            writer.WritePropertyName(name);
            if (picked.item.Get(name) is { } value)
                value.WriteTo(writer);
            else
                writer.WriteStringValue("");
        }
    });

    private static JsonElement Write<T>(T source, Action<Utf8JsonWriter, T> write) =>
        JsonBytes.Parse(JsonBytes.Write((source, write), static (writer, given) =>
        {
            writer.WriteStartObject();
            given.write(writer, given.source);
            writer.WriteEndObject();
        }));
}
