using System.IO.Pipelines;
using System.Net;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Answers some calls itself, with a failure, before or after the real service has seen them.</summary>
public sealed class FlakyHandler
{
    private readonly Lock _lock = new();
    private readonly List<Failure> _failures = [];

    public int Failed { get; private set; }

    public HttpMessageHandler Over(HttpMessageHandler inner) => new Handler(this, inner);

    /// <summary>The next calls of this kind fail; status 0 breaks the connection, and 200 breaks it within the answer's body.</summary>
    public void FailNext(
        int status, int count, string method, string pathEnd, bool afterwards = false, string? retryAfter = null, string body = "{}")
    {
        lock (_lock)
        {
            for (int i = 0; i < count; i++)
                _failures.Add(new Failure(status, method, pathEnd, afterwards, retryAfter, body));
        }
    }

    private Failure? Take(HttpRequestMessage request)
    {
        lock (_lock)
        {
            Failure? failure = _failures.Find(f =>
                f.Method == request.Method.Method && request.RequestUri!.AbsolutePath.EndsWith(f.PathEnd, StringComparison.Ordinal));
            if (failure is not null)
            {
                _failures.Remove(failure);
                Failed++;
            }
            return failure;
        }
    }

    private sealed record Failure(int Status, string Method, string PathEnd, bool Afterwards, string? RetryAfter, string Body);

    private sealed class Handler(FlakyHandler owner, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (owner.Take(request) is not { } failure)
                return await base.SendAsync(request, cancellationToken);
            if (failure.Status == 200)
                return await BreakOffAsync(await base.SendAsync(request, cancellationToken), cancellationToken);
            if (failure.Afterwards)
                (await base.SendAsync(request, cancellationToken)).Dispose();
            if (failure.Status == 0)
                throw new HttpRequestException("The connection was reset.");

            HttpResponseMessage response = new((HttpStatusCode)failure.Status) { Content = new StringContent(failure.Body) };
            if (failure.RetryAfter is not null)
                response.Headers.TryAddWithoutValidation("Retry-After", failure.RetryAfter);
            return response;
        }

        private static async Task<HttpResponseMessage> BreakOffAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        {
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            Pipe pipe = new();
            await pipe.Writer.WriteAsync(body.AsMemory(0, body.Length / 2), cancellationToken);
            await pipe.Writer.CompleteAsync(new IOException("The connection was reset."));
            response.Content = new StreamContent(pipe.Reader.AsStream());
            return response;
        }
    }
}
