namespace AgentsMigration.Benchmarks.Gateway.Servers;

internal static class Roles
{
    public const string Upstream = "upstream";
    public const string Proxy = "proxy";
}
