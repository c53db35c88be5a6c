using AgentsMigration.Gateway.Fuzz;

namespace AgentsMigration.Gateway.Tests.Fuzz;

/// <summary>The short form of <c>tests/Gateway.Fuzz</c>: requests that are wrong in every way, the same ones each time.</summary>
public sealed class FuzzTests
{
    private const int Requests = 1_000;

    /// <param name="seed">An even one has tenants, a multiple of three another target.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Gateway_WrongRequests_AreTheCallersFault(int seed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs POSIX signals.");

        FuzzReport report = await FuzzRun.RunAsync(Requests, seed, TestContext.Current.CancellationToken);

        Assert.True(report.IsClean, report.ToString());
        Assert.True(report.Sent >= Requests, report.ToString());
    }
}
