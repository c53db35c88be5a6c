using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Gateway.Crash.Faults;

/// <summary>How many ask how often, for how long a call stalls, and how long a run may take.</summary>
public sealed record FaultOptions(int Apps, int Asks, TimeSpan Stall, TimeSpan RunExpiry, int Seed);

/// <summary>
/// A gateway before a service that is at fault in half of its calls: every answer is a legacy one, nothing is lost or doubled,
/// and no run is active beyond its time.
/// </summary>
public static class FaultTest
{
    /// <summary>Prints the counts; returns what is not as it must be.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(FaultOptions options, Action<string> print, CancellationToken cancellationToken)
    {
        Tally tally = new();
        Journal journal = new();
        using ErrorLog log = new();
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(AskScript.Options(), cancellationToken);
        await using FaultyService faulty = await FaultyService.StartAsync(
            emulator.OpenAIEndpoint, options.Stall, tally, journal, options.Seed, cancellationToken);
        GatewayServerOptions server = new()
        {
            Urls = ["http://127.0.0.1:0"],
            Logging = logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Error),
        };
        await using GatewayServer gateway = await GatewayServer.StartAsync(
            server,
            agents =>
            {
                agents.Target = V2Target.OpenAI("faults", faulty.Address);
                agents.RunExpiry = options.RunExpiry;
            },
            cancellationToken);
        Uri address = new(gateway.Addresses[0], "v1/");

        using LegacyClient client = new([address], options.Seed);
        string assistant = (await client.SendAsync("POST", "assistants", AskScript.Assistant, cancellationToken)).Text("id");
        int number = 0;
        App[] apps = [.. Enumerable.Range(0, options.Apps).Select(_ => new App(client, assistant, tally, () => Interlocked.Increment(ref number)))];
        await Task.WhenAll(apps.Select(app => Task.Run(
            () => app.RunAsync(() => app.Threads.Sum(thread => thread.Asks.Count) < options.Asks, cancellationToken), cancellationToken)));

        // Whatever an app has turned its back on has had its time as well.
        await Task.Delay(options.RunExpiry, cancellationToken);
        faulty.Recover();
        Verifier verifier = new(client, tally);
        foreach (AskedThread thread in apps.SelectMany(app => app.Threads))
        {
            int known = verifier.Problems.Count;
            await verifier.CheckAsync(thread, cancellationToken);
            if (verifier.Problems.Count > known)
                verifier.Problems.AddRange(journal.Of(thread.Id["thread_".Length..]));
        }
        tally.Add("errors in the log", log.Errors.Count);
        verifier.Problems.AddRange(log.Errors.Select(error => $"error in the log: {error}"));
        verifier.Problems.AddRange(LegacyClient.Misshapen.Select(answer => $"not legacy-shaped: {answer}"));
        foreach (string line in tally.Lines())
            print(line);
        return verifier.Problems;
    }
}
