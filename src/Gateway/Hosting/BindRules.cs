namespace AgentsMigration.Gateway.Hosting;

/// <summary>What addresses need before the server opens them.</summary>
internal static class BindRules
{
    /// <exception cref="GatewayConfigurationException">With everything that is missing.</exception>
    public static void Check(IEnumerable<string> urls, bool asksCallers, bool hasCertificate)
    {
        string[] problems = [.. FindProblems(urls, asksCallers, hasCertificate)];
        if (problems.Length > 0)
            throw new GatewayConfigurationException(string.Join(Environment.NewLine, problems));
    }

    public static IEnumerable<string> FindProblems(IEnumerable<string> urls, bool asksCallers, bool hasCertificate)
    {
        int count = 0;
        foreach (string text in urls)
        {
            count++;
            if (ListenUrl.TryParse(text, out string problem) is not { } url)
            {
                yield return problem;
                continue;
            }
            if (!asksCallers && !url.IsLoopback)
            {
                yield return $"'{text}' can be reached from other machines, and whoever reaches it spends the target's credential: "
                    + "set a gateway key, forward credentials, or listen on 127.0.0.1.";
            }
            if (url.IsHttps && !hasCertificate)
                yield return $"'{text}' needs a certificate.";
        }
        if (count == 0)
            yield return "There is no URL to listen on.";
    }
}
