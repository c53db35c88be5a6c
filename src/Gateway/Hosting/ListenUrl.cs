using System.Net;

namespace AgentsMigration.Gateway.Hosting;

/// <summary>An address to listen on, checked before the server tries it.</summary>
internal sealed record ListenUrl(string Text, bool IsHttps, bool IsLoopback)
{
    /// <exception cref="GatewayConfigurationException">It is no such address.</exception>
    public static ListenUrl Parse(string text)
    {
        // The server's own wildcards, which are no host names.
        string readable = text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal)
            .Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(readable, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
            throw new GatewayConfigurationException($"'{text}' is not a URL to listen on such as http://127.0.0.1:8080.");
        if (url.AbsolutePath != "/" || url.Query.Length > 0 || url.UserInfo.Length > 0)
            throw new GatewayConfigurationException($"'{text}' must be scheme, host and port only.");
        return new ListenUrl(text, url.Scheme == "https", IsOwnMachine(url));
    }

    // By address and not by Uri.IsLoopback, which also takes names that resolve to anything; only "localhost" is special
    // to the server.
    private static bool IsOwnMachine(Uri url) =>
        IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address) ? IPAddress.IsLoopback(address) : url.Host == "localhost";
}
