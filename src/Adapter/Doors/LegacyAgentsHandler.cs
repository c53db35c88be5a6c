using System.Net;
using System.Net.Http.Headers;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Routing;

namespace AgentsMigration.Adapter.Doors;

/// <summary>The in-process door: an HTTP request in, an HTTP response out, no socket between.</summary>
internal sealed class LegacyAgentsHandler(RouteTable routes, HttpMessageInvoker elsewhere) : HttpMessageHandler
{
    private const string BetaHeader = "OpenAI-Beta";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URL.");
        // The same client may also be used for chat, embeddings …: those calls are not the adapter's.
        if (LegacyAddress.TryGetPath(uri) is not { } path)
            return await elsewhere.SendAsync(request, cancellationToken).ConfigureAwait(false);

        LegacyResponse response = await routes.HandleAsync(ToLegacy(request, uri, path), cancellationToken).ConfigureAwait(false);
        return ToHttp(request, response);
    }

#if !NETSTANDARD2_0
    /// <summary>Clients that stream synchronously send synchronously too.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();
#endif

    private static LegacyRequest ToLegacy(HttpRequestMessage request, Uri uri, string path)
    {
        QueryParameters query = new(uri.Query);
        HttpContent? content = request.Content;
        return new LegacyRequest
        {
            Method = request.Method.Method,
            Path = path,
            Address = uri.AbsolutePath,
            Query = query,
            Dialect = LegacyAddress.GetDialect(uri.AbsolutePath, query, Header(request, BetaHeader)),
            ContentType = content?.Headers.ContentType?.ToString(),
            OpenBody = content is null ? null : content.OpenAsync,
        };
    }

    private static HttpResponseMessage ToHttp(HttpRequestMessage request, LegacyResponse response)
    {
        HttpContent content = response.Stream is { } stream ? new StreamContent(stream) : new ByteArrayContent(response.Body!);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(response.ContentType);
        HttpResponseMessage message = new((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = content };
        message.Headers.Add("x-request-id", "req_" + RandomText.Base36(32));
        message.Headers.Add("openai-version", "2020-10-01");
        if (response.RetryAfter is { } retryAfter)
            message.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return message;
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(",", values) : null;
}
