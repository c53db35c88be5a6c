using AgentsMigration.Emulator;

namespace AgentsMigration.Gateway.Crash.Crash;

/// <summary>How much is killed, and under what load.</summary>
public sealed record CrashOptions(string Postgres, int Kills, int Apps, int Seed);

/// <summary>
/// Two gateways on one PostgreSQL, apps that ask whichever of them, and a killer: in the end nothing is lost, nothing doubled,
/// nothing locked.
/// </summary>
public static class CrashTest
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(5);

    /// <summary>Prints the counts; returns what is not as it must be.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(CrashOptions options, Action<string> print, CancellationToken cancellationToken)
    {
        using StateDatabase database = new(options.Postgres);
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(AskScript.Options(), cancellationToken);
        using GatewayInstance one = new(emulator.OpenAIEndpoint, database.ConnectionString);
        using GatewayInstance two = new(emulator.OpenAIEndpoint, database.ConnectionString);
        await Task.WhenAll(one.StartAsync(cancellationToken), two.StartAsync(cancellationToken));
        Tally tally = new();

        using LegacyClient client = new([one.Address, two.Address], options.Seed);
        string assistant = (await client.SendAsync("POST", "assistants", AskScript.Assistant, cancellationToken)).Text("id");
        int number = 0;
        bool killing = true;
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        LegacyClient[] clients = [.. Enumerable.Range(1, options.Apps).Select(i => new LegacyClient([one.Address, two.Address], options.Seed + i))];
        App[] apps = [.. clients.Select(own => new App(own, assistant, tally, () => Interlocked.Increment(ref number)))];
        Task load = Task.WhenAll(apps.Select(app => Task.Run(() => app.RunAsync(() => Volatile.Read(ref killing), ending.Token), ending.Token)));
        await Task.WhenAll(KillAsync(one, options, options.Seed, load, cancellationToken), KillAsync(two, options, options.Seed + 1, load, cancellationToken));
        Volatile.Write(ref killing, false);
        ending.CancelAfter(LongestEnd);
        await load;

        Verifier verifier = new(client, tally);
        foreach (AskedThread thread in apps.SelectMany(app => app.Threads))
            await verifier.CheckAsync(thread, cancellationToken);
        foreach (LegacyClient own in clients)
            own.Dispose();
        tally.Add("kills: first gateway", one.Kills);
        tally.Add("kills: second gateway", two.Kills);
        tally.Add("locks left", (int)database.Count("lock"));
        if (tally["locks left"] > 0)
            verifier.Problems.Add($"locks left: {tally["locks left"]}");
        verifier.Problems.AddRange(LegacyClient.Misshapen.Select(answer => $"not legacy-shaped: {answer}"));
        foreach (string line in tally.Lines())
            print(line);
        return verifier.Problems;
    }

    private static async Task KillAsync(
        GatewayInstance gateway, CrashOptions options, int seed, Task load, CancellationToken cancellationToken)
    {
        Random random = new(seed);
        while (gateway.Kills < options.Kills && !load.IsCompleted)
        {
            await Task.Delay(random.Next(500, 6000), cancellationToken);
            await gateway.KillAsync();
            await gateway.StartAsync(cancellationToken);
        }
    }
}
