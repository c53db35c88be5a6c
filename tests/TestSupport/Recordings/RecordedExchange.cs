using System.Text.Json;

namespace AgentsMigration.TestSupport.Recordings;

/// <summary>A recorded request and its answer, which is one of JSON, text and server-sent events.</summary>
public sealed record RecordedExchange(
    string Method,
    string Path,
    string Query,
    JsonElement? Request,
    int Status,
    string ContentType,
    JsonElement? Response,
    string? ResponseText,
    IReadOnlyList<RecordedEvent> Events)
{
    public bool IsStream => Response is null && ResponseText is null;

    internal static RecordedExchange Read(JsonElement exchange) => new(
        exchange.GetProperty("method").GetString()!,
        exchange.GetProperty("path").GetString()!,
        exchange.GetProperty("query").GetString()!,
        Optional(exchange, "request"),
        exchange.GetProperty("status").GetInt32(),
        exchange.GetProperty("content_type").GetString()!,
        Optional(exchange, "response"),
        Optional(exchange, "response_text")?.GetString(),
        Optional(exchange, "sse") is { } events ? [.. events.EnumerateArray().Select(ReadEvent)] : []);

    private static RecordedEvent ReadEvent(JsonElement recorded) =>
        new(Optional(recorded, "event")?.GetString(), recorded.GetProperty("data").Clone());

    private static JsonElement? Optional(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value.Clone()
            : null;
}
