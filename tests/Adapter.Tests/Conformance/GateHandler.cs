namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Holds a call up until the test lets it go.</summary>
public sealed class GateHandler
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (string Method, string PathEnd)? _closed;

    /// <summary>A call stands at the gate.</summary>
    public Task Reached => _reached.Task;

    public HttpMessageHandler Over(HttpMessageHandler inner) => new Handler(this, inner);

    public void Close(string method, string pathEnd) => _closed = (method, pathEnd);

    public void Open() => _open.TrySetResult();

    private sealed class Handler(GateHandler owner, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (owner._closed is var (method, pathEnd)
                && request.Method.Method == method
                && request.RequestUri!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal))
            {
                owner._reached.TrySetResult();
                await owner._open.Task.WaitAsync(cancellationToken);
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
