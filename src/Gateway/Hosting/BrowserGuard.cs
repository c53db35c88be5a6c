using System.Net;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Gateway.Hosting;

/// <summary>
/// Without a key, being on the same machine is what lets a caller in, and a browser there runs anybody's pages: neither a
/// page of another site nor a foreign name that points to this machine may spend the target's credential.
/// </summary>
internal static class BrowserGuard
{
    public static void Require(HttpRequest request)
    {
        if (!IsOwnName(request.Host.Host))
            throw Refusal($"The gateway has no key and answers to this machine's own names only, not to '{request.Host.Host}'.");
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwnOrigin(origin))
            throw Refusal("The gateway has no key and answers no pages of other sites.");
    }

    private static bool IsOwnOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && IsOwnName(page.Host);

    private static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static LegacyException Refusal(string message) =>
        new(StatusCodes.Status403Forbidden, message, code: "forbidden");
}
