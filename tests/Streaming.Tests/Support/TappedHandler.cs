namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>Lets a test change what the service's streams bring, or refuse a call before it is sent.</summary>
public sealed class TappedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Called for each answer that is a stream, in order; gives the stream to read in its place.</summary>
    public Func<HttpRequestMessage, Stream, Stream> Tap { get; set; } = (_, stream) => stream;

    /// <summary>Answers a request itself; null lets it pass.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Answer { get; set; } = _ => null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Answer(request) is { } own)
            return own;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
            return response;
        Stream tapped = Tap(request, await response.Content.ReadAsStreamAsync(cancellationToken));
        StreamContent content = new(tapped);
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content = content;
        return response;
    }
}
