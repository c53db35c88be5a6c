using System.Net;

namespace AgentsMigration.Gateway.Hosting;

/// <summary>An address to listen on, checked before the server tries it.</summary>
internal sealed record ListenUrl(bool IsHttps, bool IsLoopback)
{
    /// <summary>Null where it is no such address.</summary>
    public static ListenUrl? TryParse(string text, out string problem)
    {
        problem = "";
        // The server's own wildcards, which are no host names.
        string readable = text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal)
            .Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(readable, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
            problem = $"'{text}' is not a URL to listen on such as http://127.0.0.1:8080.";
        else if (url.AbsolutePath != "/" || url.Query.Length > 0 || url.UserInfo.Length > 0)
            problem = $"'{text}' must be scheme, host and port only.";
        return problem.Length > 0 ? null : new ListenUrl(url!.Scheme == "https", IsOwnMachine(url));
    }

    // By address and not by Uri.IsLoopback, which also takes names that resolve to anything; only "localhost" is special
    // to the server.
    private static bool IsOwnMachine(Uri url) =>
        IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address) ? IPAddress.IsLoopback(address) : url.Host == "localhost";
}
