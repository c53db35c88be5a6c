using System.Text;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.TestSupport;

/// <summary>Keeps every exchange that passes through, for assertions. Safe for concurrent calls.</summary>
public sealed class RecordingHandler : DelegatingHandler
{
    private readonly Lock _lock = new();
    private readonly List<RecordedCall> _calls = [];

    /// <summary>Records what goes over the network.</summary>
    public RecordingHandler()
        : this(new SocketsHttpHandler())
    {
    }

    public RecordingHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <summary>The exchanges so far, in the order in which they were answered; a stream counts when it has ended.</summary>
    public IReadOnlyList<RecordedCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string method = request.Method.Method;
        string path = request.RequestUri!.PathAndQuery;
        string? sent = null;
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
            sent = Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken));
        }

        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch
        {
            Add(new RecordedCall(method, path, sent, 0, ""));
            throw;
        }

        int status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            // Reading it here would turn a stream into one late answer; the reader's copy is kept instead.
            response.Content = new CopiedStreamContent(
                response.Content, received => Add(new RecordedCall(method, path, sent, status, Encoding.UTF8.GetString(received))));
            return response;
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Add(new RecordedCall(method, path, sent, status, Encoding.UTF8.GetString(body)));
        return response;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private void Add(RecordedCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }
}
