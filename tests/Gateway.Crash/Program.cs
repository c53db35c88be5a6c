using System.CommandLine;
using AgentsMigration.Gateway.Crash.Crash;
using AgentsMigration.Gateway.Crash.Faults;
using AgentsMigration.TestSupport;

Option<int> seed = new("--seed") { DefaultValueFactory = _ => 1 };
Option<int> kills = new("--kills") { Description = "How often each gateway is killed.", DefaultValueFactory = _ => 20 };
Option<int> apps = new("--apps") { Description = "How many apps ask at once.", DefaultValueFactory = _ => 50 };

Command crash = new("crash", "Kills two gateways on one PostgreSQL under load (run it by .ci/postgres).") { kills, apps, seed };
crash.SetAction(async (parsed, cancellationToken) =>
{
    if (PostgresServer.Find() is not { } server)
        return Fail(["There is no PostgreSQL: run this by .ci/postgres."]);
    CrashOptions options = new(server, parsed.GetValue(kills), parsed.GetValue(apps), parsed.GetValue(seed));
    return Fail(await CrashTest.RunAsync(options, Console.WriteLine, cancellationToken));
});

Option<int> asks = new("--asks") { Description = "How often each app asks.", DefaultValueFactory = _ => 8 };
Option<int> stall = new("--stall") { Description = "For how many seconds a call stalls.", DefaultValueFactory = _ => 30 };
Option<int> expiry = new("--run-expiry") { Description = "How many seconds a run may take.", DefaultValueFactory = _ => 300 };
Command faults = new("faults", "A service that is at fault in half of its calls, in five ways.") { apps, asks, stall, expiry, seed };
faults.SetAction(async (parsed, cancellationToken) =>
{
    FaultOptions options = new(
        parsed.GetValue(apps),
        parsed.GetValue(asks),
        TimeSpan.FromSeconds(parsed.GetValue(stall)),
        TimeSpan.FromSeconds(parsed.GetValue(expiry)),
        parsed.GetValue(seed));
    return Fail(await FaultTest.RunAsync(options, Console.WriteLine, cancellationToken));
});
return await new RootCommand("What the gateway bears.") { crash, faults }.Parse(args).InvokeAsync();

static int Fail(IReadOnlyList<string> problems)
{
    foreach (string problem in problems.Take(50))
        Console.Error.WriteLine(problem);
    Console.WriteLine(problems.Count == 0 ? "All as it must be." : $"{problems.Count} problems.");
    return problems.Count == 0 ? 0 : 1;
}
