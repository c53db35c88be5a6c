using AgentsMigration.Emulator;

namespace AgentsMigration.Gateway.Fuzz;

/// <summary>A gateway, an emulator behind it, and many requests.</summary>
internal static class FuzzRun
{
    private const int Workers = 4;
    private const int Weighings = 20;

    public static async Task<FuzzReport> RunAsync(int requests, int seed, CancellationToken cancellationToken)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { QueueDelay = TimeSpan.Zero, GenerationDelay = TimeSpan.Zero, IngestDelay = TimeSpan.Zero }, cancellationToken);
        // Every other seed has tenants, whose requests take another way.
        string[] tenants = seed % 2 == 0 ? ["--gateway-key", "a:key", "--gateway-key", "b:other"] : ["--gateway-key", "key"];
        // Every third has the other target.
        string[] target = seed % 3 == 0
            ? ["--target", "foundry", "--endpoint", emulator.ProjectEndpoint.ToString()]
            : ["--target", "openai", "--endpoint", emulator.OpenAIEndpoint.ToString()];
        await using GatewayUnderFuzz gateway = await GatewayUnderFuzz.StartAsync([.. target, .. tenants], cancellationToken);
        FuzzReport report = new();
        IdPool ids = new();
        RequestSource source = new(seed, ids);
        using Sender sender = new(gateway.Address, ids, report);

        await sender.PrepareAsync(source, cancellationToken);
        for (int part = 0; part < Weighings; part++)
        {
            int from = requests * part / Weighings;
            int to = requests * (part + 1) / Weighings;
            await Parallel.ForAsync(
                from, to, new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken },
                async (number, token) => await sender.SendAsync(source.Create(number), token));
            report.Weigh(gateway.Megabytes);
        }
        report.LogLines = await gateway.StopAsync();
        return report;
    }
}
