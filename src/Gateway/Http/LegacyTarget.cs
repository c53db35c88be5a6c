using Microsoft.AspNetCore.Http.Features;

namespace AgentsMigration.Gateway.Http;

/// <summary>The path behind the prefix as the client wrote it, escapes and all: operations unescape ids themselves.</summary>
internal static class LegacyTarget
{
    public static string GetPath(HttpContext http)
    {
        string rest = http.GetRouteValue(LegacyPrefix.Rest) as string ?? "";
        string raw = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        int end = raw.IndexOf('?', StringComparison.Ordinal);
        if (end >= 0)
            raw = raw[..end];
        // A server decodes no slash, so that both have the same number of segments behind the prefix.
        int segments = rest.AsSpan().Count('/') + 1;
        return "/" + Tail(raw, segments).TrimEnd('/');
    }

    private static string Tail(string path, int segments)
    {
        int position = path.Length;
        for (; segments > 0 && position > 0; segments--)
            position = path.LastIndexOf('/', position - 1);
        return path[(position + 1)..];
    }
}
