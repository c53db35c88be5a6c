using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>Makes the readable form of what went over the wire.</summary>
internal static class WireExchange
{
    private const string BetaHeader = "OpenAI-Beta";

    public static async Task<(byte[] Body, RecordedExchange Request)> ReadRequestAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = [];
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync().ConfigureAwait(false);
            body = EncodedBody.Decode(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), content.Headers.ContentEncoding);
        }
        return (body, Start(request, body));
    }

    /// <summary>The request, with an answer that is still to come.</summary>
    public static RecordedExchange Start(HttpRequestMessage request, byte[] body)
    {
        Uri address = request.RequestUri ?? throw new InvalidOperationException("The request has no URL.");
        bool isForm = IsForm(request.Content?.Headers.ContentType);
        return new RecordedExchange(
            request.Method.Method,
            address.AbsolutePath,
            address.Query.TrimStart('?'),
            isForm || body.Length == 0 ? null : Json.TryParse(body) ?? JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(body), JsonLine.Default.String),
            0, "", null, null, [])
        {
            Form = isForm ? OlderForms.Read(body) : [],
            Beta = request.Headers.TryGetValues(BetaHeader, out IEnumerable<string>? values) ? string.Join(",", values) : null,
        };
    }

    public static RecordedExchange Finish(
        RecordedExchange started, int status, MediaTypeHeaderValue? contentType, byte[] body, TimeSpan? elapsed)
    {
        RecordedExchange answered = started with { Status = status, ContentType = contentType?.ToString() ?? "", Elapsed = elapsed };
        // A file's content stays what it was to the byte, even if it is JSON.
        bool isContent = started.Path.EndsWith("/content", StringComparison.Ordinal) && status < 300;
        if (contentType?.MediaType == "text/event-stream")
            return answered with { Events = RecordedEvent.ReadStream(Encoding.UTF8.GetString(body)) };
        if (!isContent && Json.TryParse(body) is { } json)
            return answered with { Response = json };
        return ReadableText.TryRead(body) is { } text
            ? answered with { ResponseText = text }
            : answered with { ResponseBytes = body };
    }

    private static bool IsForm(MediaTypeHeaderValue? type) =>
        type?.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;
}
