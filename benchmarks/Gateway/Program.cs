using AgentsMigration.Benchmarks.Gateway;
using AgentsMigration.Benchmarks.Gateway.Servers;

// dotnet run -c Release --project benchmarks/Gateway [-- [quick] [sqlite] [postgresql] [memory]]
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
        string[] states = [.. args.Where(arg => arg != "quick")];
        await Load.RunAsync(args.Contains("quick") ? LoadSettings.Quick : LoadSettings.Full, states, Console.WriteLine, CancellationToken.None);
        break;
}
