using AgentsMigration.Benchmarks.Gateway;
using AgentsMigration.Benchmarks.Gateway.Servers;

// dotnet run -c Release --project benchmarks/Gateway [-- quick]
// The same program is, in processes of their own, the service behind both proxies, and the proxy to compare with.
switch (args)
{
    case [Roles.Upstream]:
        await Upstream.RunAsync();
        break;
    case [Roles.Proxy, string target]:
        await PlainProxy.RunAsync(target);
        break;
    default:
        await Load.RunAsync(args is ["quick"] ? LoadSettings.Quick : LoadSettings.Full, Console.WriteLine, CancellationToken.None);
        break;
}
