using System.Text;
using System.Text.Json;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>A recorded request and its answer, which is one of JSON, text, bytes and server-sent events.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, escaped as it was sent.</param>
/// <param name="Query">The query, without its question mark.</param>
/// <param name="Request">The request's JSON; a form that an older recorder kept as text.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The answer's media type.</param>
/// <param name="Response">The answer, if it is JSON.</param>
/// <param name="ResponseText">The answer, if it is text.</param>
/// <param name="Events">The answer, if it is a stream.</param>
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
    /// <summary>The fields and files of a form that was sent.</summary>
    public IReadOnlyList<RecordedFormPart> Form { get; init; } = [];

    /// <summary>The answer, if it is neither JSON nor text.</summary>
    public ReadOnlyMemory<byte>? ResponseBytes { get; init; }

    /// <summary>How long the answer took to its last byte.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>The <c>OpenAI-Beta</c> header, which chooses a legacy dialect.</summary>
    public string? Beta { get; init; }

    /// <summary>Whether the answer is a stream of events.</summary>
    public bool IsStream => Response is null && ResponseText is null && ResponseBytes is null;

    /// <summary>The bytes of an answer that is a file's content.</summary>
    public ReadOnlyMemory<byte>? Content => ResponseBytes
        ?? Bytes(ResponseText)
        ?? Bytes(Response?.GetRawText());

    /// <summary>Method, path and query.</summary>
    public override string ToString() => $"{Method} {Path}{(Query.Length == 0 ? "" : "?" + Query)}";

    internal static RecordedExchange Read(JsonElement exchange)
    {
        JsonElement? request = Optional(exchange, "request");
        return new(
            exchange.GetText("method") ?? throw Lacking("method"),
            exchange.GetText("path") ?? throw Lacking("path"),
            exchange.GetText("query") ?? "",
            request,
            exchange.Get("status")?.GetInt32() ?? throw Lacking("status"),
            exchange.GetText("content_type") ?? "",
            Optional(exchange, "response"),
            Optional(exchange, "response_text")?.GetString(),
            Optional(exchange, "sse") is { } events ? [.. events.EnumerateArray().Select(RecordedEvent.Read)] : [])
        {
            Form = Optional(exchange, "request_form") is { } form
                ? [.. form.EnumerateArray().Select(RecordedFormPart.Read)]
                : OlderForms.Read(request),
            ResponseBytes = Optional(exchange, "response_base64") is { } bytes ? new(bytes.GetBytesFromBase64()) : null,
            Elapsed = Optional(exchange, "elapsed_ms") is { } elapsed ? TimeSpan.FromMilliseconds(elapsed.GetDouble()) : null,
            Beta = Optional(exchange, "openai_beta")?.GetString(),
        };
    }

    private static FormatException Lacking(string member) => new($"an exchange has no '{member}'.");

    private static ReadOnlyMemory<byte>? Bytes(string? text) => text is null ? null : new(Encoding.UTF8.GetBytes(text));

    private static JsonElement? Optional(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value.Clone()
            : null;
}
