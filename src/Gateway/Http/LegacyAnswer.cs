using System.Buffers;
using AgentsMigration.Adapter.Legacy;
using Microsoft.AspNetCore.Http.Features;

namespace AgentsMigration.Gateway.Http;

/// <summary>Copies an answer out; a stream goes on to the caller piece by piece, as soon as there is one.</summary>
internal static class LegacyAnswer
{
    private const int BufferSize = 32 * 1024;

    /// <summary>Thousands of streams may wait at once, each with its buffer.</summary>
    private const int EventBufferSize = 4 * 1024;

    public static async Task WriteAsync(HttpContext http, LegacyResponse answer)
    {
        HttpResponse response = http.Response;
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        if (answer.RetryAfter is { } retryAfter)
            response.Headers.RetryAfter = retryAfter;
        if (answer.Stream is { } stream)
        {
            await CopyAsync(http, stream);
            return;
        }
        response.ContentLength = answer.Body!.Length;
        await response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private static async Task CopyAsync(HttpContext http, Stream stream)
    {
        HttpResponse response = http.Response;
        CancellationToken aborted = http.RequestAborted;
        bool areEvents = response.ContentType!.StartsWith("text/event-stream", StringComparison.Ordinal);
        if (areEvents)
        {
            response.Headers.CacheControl = "no-cache";
            // Proxies of the nginx family would hold events back.
            response.Headers["X-Accel-Buffering"] = "no";
            http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        }
        await response.Body.FlushAsync(aborted);

        byte[] buffer = ArrayPool<byte>.Shared.Rent(areEvents ? EventBufferSize : BufferSize);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, aborted)) > 0)
            {
                await response.Body.WriteAsync(buffer.AsMemory(0, read), aborted);
                await response.Body.FlushAsync(aborted);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
