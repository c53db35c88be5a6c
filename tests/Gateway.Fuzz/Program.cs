using System.Globalization;
using AgentsMigration.Gateway.Fuzz;

// dotnet run -c Release --project tests/Gateway.Fuzz -- [requests] [seed]
int requests = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
int seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
FuzzReport report = await FuzzRun.RunAsync(requests, seed, CancellationToken.None);
Console.WriteLine(report);
return report.IsClean ? 0 : 1;
