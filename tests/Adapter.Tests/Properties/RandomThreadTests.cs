using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Properties;

/// <summary>
/// Random threads, runs, tool calls and cancels against the emulator: never two active runs, ids stable, lists complete and
/// free of duplicates under paging, usage adds up, no function call left without an answer, the thread always usable.
/// </summary>
public sealed class RandomThreadTests
{
    private const int Steps = 25;

    public static TheoryData<int, TargetKind> Seeds
    {
        get
        {
            int count = int.TryParse(Environment.GetEnvironmentVariable("AGENTSMIGRATION_SEEDS"), out int given) ? given : 8;
            TheoryData<int, TargetKind> data = [];
            for (int seed = 1; seed <= count; seed++)
                data.Add(seed, (TargetKind)(seed % 3));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Calls_InAnyOrder_KeepTheInvariants(int seed, TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        RandomThread thread = await RandomThread.CreateAsync(adapter, new Random(seed));
        try
        {
            for (int step = 0; step < Steps; step++)
            {
                await thread.StepAsync();
                await thread.CheckAsync();
            }
            await thread.SettleAsync();
            await thread.CheckAsync();
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Seed {seed}: {error.Message}\n{string.Join("\n", thread.Journal)}", error);
        }
    }
}
