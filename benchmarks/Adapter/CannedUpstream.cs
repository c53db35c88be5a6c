using System.Net;
using System.Net.Http.Headers;

namespace AgentsMigration.Benchmarks.Adapter;

/// <summary>Answers v2 calls at once, out of memory, so that only the adapter's own work is timed.</summary>
internal sealed class CannedUpstream : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = CannedAnswers.Of(request.Method.Method, request.RequestUri!.AbsolutePath);
        ByteArrayContent content = new(body) { Headers = { ContentType = Json } };
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    }
}
