using System.IO.Pipelines;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>Lets the first half of every event stream by, and the rest when it is told to.</summary>
internal sealed class HeldStreams(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _released.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
            return response;
        byte[] all = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Pipe pipe = new();
        _ = WriteAsync(pipe.Writer, all);
        StreamContent content = new(pipe.Reader.AsStream());
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content = content;
        return response;
    }

    private async Task WriteAsync(PipeWriter writer, byte[] all)
    {
        await writer.WriteAsync(all.AsMemory(0, all.Length / 2));
        await _released.Task;
        await writer.WriteAsync(all.AsMemory(all.Length / 2));
        await writer.CompleteAsync();
    }
}
