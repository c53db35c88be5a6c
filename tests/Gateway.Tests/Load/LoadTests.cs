using AgentsMigration.Benchmarks.Gateway;

namespace AgentsMigration.Gateway.Tests.Load;

/// <summary>The short form of <c>benchmarks/Gateway</c>: that every row can be measured, not what it says.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task Benchmark_EveryState_PrintsEachOperationAndTheStreams()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads memory from /proc.");
        List<string> lines = [];

        await AgentsMigration.Benchmarks.Gateway.Load.RunAsync(
            LoadSettings.Quick, ["SQLite", "memory"], lines.Add, TestContext.Current.CancellationToken);

        Assert.Equal(4, lines.Count(line => line.StartsWith("| `POST /threads/{id}/runs` |", StringComparison.Ordinal)));
        Assert.Equal(4, lines.Count(line => line.StartsWith("| `GET /threads/{id}/runs/{id}` |", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.Contains($" | {LoadSettings.Quick.Streams} | ", StringComparison.Ordinal)));
    }
}
