using System.Text.Json;

namespace AgentsMigration.Comparison.Recordings;

internal static class RecordingWriter
{
    public static void Write(Recording recording, Stream stream)
    {
        using Utf8JsonWriter writer = new(stream, Json.Readable);
        writer.WriteStartObject();
        writer.WriteStartObject("source");
        writer.WriteString("repo", recording.Source.Repository);
        writer.WriteString("commit", recording.Source.Commit);
        writer.WriteString("path", recording.Source.Path);
        writer.WriteString("note", recording.Source.Note);
        writer.WriteEndObject();
        writer.WriteStartArray("exchanges");
        foreach (RecordedExchange exchange in recording.Exchanges)
            Write(writer, exchange);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, RecordedExchange exchange)
    {
        writer.WriteStartObject();
        writer.WriteString("method", exchange.Method);
        writer.WriteString("path", exchange.Path);
        writer.WriteString("query", exchange.Query);
        if (exchange.Beta is { } beta)
            writer.WriteString("openai_beta", beta);
        WriteRequest(writer, exchange);
        writer.WriteNumber("status", exchange.Status);
        writer.WriteString("content_type", exchange.ContentType);
        WriteResponse(writer, exchange);
        if (exchange.Elapsed is { } elapsed)
            writer.WriteNumber("elapsed_ms", Math.Round(elapsed.TotalMilliseconds));
        writer.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter writer, RecordedExchange exchange)
    {
        if (exchange.Form.Count == 0)
        {
            WriteJson(writer, "request", exchange.Request);
            return;
        }
        writer.WriteStartArray("request_form");
        foreach (RecordedFormPart part in exchange.Form)
        {
            writer.WriteStartObject();
            writer.WriteString("name", part.Name);
            if (part.FileName is { } fileName)
                writer.WriteString("filename", fileName);
            if (part.ContentType is { } type)
                writer.WriteString("content_type", type);
            if (ReadableText.TryRead(part.Content.Span) is { } text)
                writer.WriteString("text", text);
            else
                writer.WriteBase64String("base64", part.Content.Span);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteResponse(Utf8JsonWriter writer, RecordedExchange exchange)
    {
        if (exchange.ResponseBytes is { } bytes)
        {
            writer.WriteBase64String("response_base64", bytes.Span);
        }
        else if (exchange.ResponseText is { } text)
        {
            writer.WriteString("response_text", text);
        }
        else if (exchange.Response is not null)
        {
            WriteJson(writer, "response", exchange.Response);
        }
        else
        {
            writer.WriteStartArray("sse");
            foreach (RecordedEvent one in exchange.Events)
            {
                writer.WriteStartObject();
                writer.WriteString("event", one.Event);
                WriteJson(writer, "data", one.Data);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, string name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        if (value is { } json)
            json.WriteTo(writer);
        else
            writer.WriteNullValue();
    }
}
