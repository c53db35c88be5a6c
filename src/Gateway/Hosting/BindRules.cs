using System.Security.Cryptography.X509Certificates;

namespace AgentsMigration.Gateway.Hosting;

/// <summary>What an address needs before the server opens it.</summary>
internal static class BindRules
{
    public static void Check(IReadOnlyList<ListenUrl> urls, bool asksCallers, X509Certificate2? certificate)
    {
        if (urls.Count == 0)
            throw new GatewayConfigurationException("There is no URL to listen on.");
        if (!asksCallers && urls.FirstOrDefault(url => !url.IsLoopback) is { } open)
        {
            throw new GatewayConfigurationException(
                $"'{open.Text}' can be reached from other machines, and whoever reaches it spends the target's credential: "
                + "set a gateway key, forward credentials, or listen on 127.0.0.1.");
        }
        if (certificate is null && urls.FirstOrDefault(url => url.IsHttps) is { } secure)
            throw new GatewayConfigurationException($"'{secure.Text}' needs a certificate.");
    }
}
