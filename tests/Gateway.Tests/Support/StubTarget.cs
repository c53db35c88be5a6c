namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>A target whose answers a test makes itself.</summary>
internal sealed class StubTarget(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        answer(request, cancellationToken);
}
