using System.Text.Json;

namespace AgentsMigration.Adapter.Legacy;

/// <summary>One legacy answer: bytes that are ready, or a stream that the door copies and disposes.</summary>
internal sealed class LegacyResponse : IDisposable
{
    private const string JsonType = "application/json";

    private LegacyResponse(int statusCode, string contentType, byte[]? body, Stream? stream)
    {
        StatusCode = statusCode;
        ContentType = contentType;
        Body = body;
        Stream = stream;
    }

    public int StatusCode { get; }

    public string ContentType { get; }

    public byte[]? Body { get; }

    public Stream? Stream { get; }

    public string? RetryAfter { get; private init; }

    public static LegacyResponse Json<TState>(TState state, Action<Utf8JsonWriter, TState> write) =>
        new(200, JsonType, JsonBytes.Write(state, write), null);

    public static LegacyResponse Json(byte[] body) => new(200, JsonType, body, null);

    public static LegacyResponse Content(Stream stream, string contentType) => new(200, contentType, null, stream);

    public static LegacyResponse Events(Stream stream) => new(200, "text/event-stream; charset=utf-8", null, stream);

    public static LegacyResponse Deleted(string id, string objectName) =>
        Json((id, objectName), static (writer, deleted) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", deleted.id);
            writer.WriteString("object", deleted.objectName);
            writer.WriteBoolean("deleted", true);
            writer.WriteEndObject();
        });

    public static LegacyResponse Error(LegacyException error) =>
        new(error.StatusCode, JsonType, JsonBytes.Write(error, WriteError), null) { RetryAfter = error.RetryAfter };

    public void Dispose() => Stream?.Dispose();

    private static void WriteError(Utf8JsonWriter writer, LegacyException error)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("message", error.Message);
        writer.WriteString("type", error.Type);
        writer.WriteString("param", error.Parameter);
        writer.WriteString("code", error.Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
