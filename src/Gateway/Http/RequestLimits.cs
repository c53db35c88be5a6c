using AgentsMigration.Adapter.Legacy;
using Microsoft.AspNetCore.Http.Features;

namespace AgentsMigration.Gateway.Http;

/// <summary>How long a body may be, and what its sender hears where it is longer.</summary>
internal sealed class RequestLimits(LegacyAgentsOptions options)
{
    // The form's own lines around the file.
    private const long FormOverhead = 1L << 16;

    public long Apply(HttpContext http)
    {
        long limit = IsForm(http.Request) ? options.MaxFileBytes + FormOverhead : options.MaxJsonBytes;
        // The server's own limit breaks the connection off, and the answer is often lost with it; without one it reads the
        // rest for some seconds after the answer and throws it away.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = null;
        // At once, where the length is known: an operation that reads no body would not notice.
        return http.Request.ContentLength > limit ? throw TooLarge(limit) : limit;
    }

    public static LegacyException TooLarge(long limit) => new(
        StatusCodes.Status413PayloadTooLarge, $"Maximum content size limit ({limit} bytes) exceeded.", code: "request_too_large");

    private static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
}
