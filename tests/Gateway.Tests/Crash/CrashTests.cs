using AgentsMigration.Gateway.Crash.Crash;
using AgentsMigration.Gateway.Crash.Faults;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Gateway.Tests.Crash;

/// <summary>The short forms of what <c>tests/Gateway.Crash</c> runs at length.</summary>
public sealed class CrashTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Action<string> Print => line => TestContext.Current.TestOutputHelper?.WriteLine(line);

    [Fact]
    public async Task TwoGateways_KilledUnderLoad_LoseAndDoubleNothing()
    {
        CrashOptions options = new(PostgresServer.Require(), Kills: 2, Apps: 6, Seed: 7);
        Assert.Empty(await CrashTest.RunAsync(options, Print, Cancelled));
    }

    [Fact]
    public async Task Service_AtFaultInHalfOfItsCalls_LosesAndDoublesNothing()
    {
        FaultOptions options = new(Apps: 6, Asks: 3, Stall: TimeSpan.FromMilliseconds(300), RunExpiry: TimeSpan.FromSeconds(20), Seed: 7);
        Assert.Empty(await FaultTest.RunAsync(options, Print, Cancelled));
    }
}
