using System.Collections.Concurrent;
using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>Every recorded session with the legacy service, held again with the adapter.</summary>
public sealed class ReplayTests : IClassFixture<ReplayTests.Replays>
{
    private readonly Replays _replays;

    public ReplayTests(Replays replays) => _replays = replays;

    public static TheoryData<string, Target> Rows => [.. Files.SelectMany(file => new[] { (file, Target.OpenAI), (file, Target.Foundry) })];

    private static IEnumerable<string> Files => SharedFolder.RecordingNames("legacy");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Rows))]
    public async Task Replay_RecordedRequests_GetTheRecordedAnswers(string file, Target target)
    {
        IReadOnlyList<ReplayedExchange> exchanges = await _replays.GetAsync(file, target);

        IEnumerable<string> unknown = exchanges.SelectMany(exchange => exchange.Differences
            .Where(difference => !KnownDifferences.All.Any(known => known.Covers(file, exchange, difference)))
            .Select(difference => $"{exchange.Index} {exchange.Recorded.Method} {exchange.Recorded.Path}: {difference}"));
        Assert.True(!unknown.Any(), string.Join('\n', unknown));
        Assert.NotEmpty(exchanges);
    }

    [Fact]
    public async Task KnownDifferences_EachOfThem_StillOccurs()
    {
        List<KnownDifference> missing = [.. KnownDifferences.All];
        foreach ((string file, Target target) in Rows.Select(row => row.Data))
        {
            IReadOnlyList<ReplayedExchange> exchanges = await _replays.GetAsync(file, target);
            missing.RemoveAll(known => exchanges.Any(exchange =>
                exchange.Differences.Any(difference => known.Covers(file, exchange, difference))));
        }
        Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");
        Assert.Empty(missing);
    }

    [Fact]
    public void SkippedExchanges_EachOfThem_IsWhatItsReasonSays()
    {
        Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");
        foreach (Skipped skipped in SkippedExchanges.All)
        {
            IReadOnlyList<RecordedExchange> exchanges = Recording.Load("legacy", skipped.File).Exchanges;
            Assert.All(skipped.Exchanges, number => Assert.True(skipped.IsTrueOf(exchanges[number]), $"{skipped.File} {number}"));
        }
    }

    [Fact]
    public void Dialects_ExchangesOfV1_HaveNothingThatCameLater()
    {
        Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");
        (string File, RecordedExchange Exchange)[] v1 =
        [
            .. RecordedDialects.FilesWithV1.SelectMany(file => RecordedSessions.Of(file)
                .Where(session => session.Dialect == RecordedDialect.AssistantsV1)
                .SelectMany(session => session.Exchanges.Select(exchange => (file, exchange.Exchange)))),
        ];
        Assert.True(v1.Length >= 38, $"{v1.Length}");
        Assert.All(v1, exchange => Assert.False(HasV2Field(exchange.Exchange.Response!.Value), exchange.File));
    }

    private static bool HasV2Field(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Object => answer.EnumerateObject().Any(property =>
            property.Name is "tool_resources" or "attachments" or "reasoning_effort" || HasV2Field(property.Value)),
        JsonValueKind.Array => answer.EnumerateArray().Any(HasV2Field),
        _ => false,
    };

    /// <summary>Each recording is replayed once, whoever asks first.</summary>
    public sealed class Replays
    {
        private readonly ConcurrentDictionary<(string, Target), Lazy<Task<IReadOnlyList<ReplayedExchange>>>> _replays = [];

        internal Task<IReadOnlyList<ReplayedExchange>> GetAsync(string file, Target target) =>
            _replays.GetOrAdd((file, target), _ => new Lazy<Task<IReadOnlyList<ReplayedExchange>>>(async () =>
                await ReplayWorld.ReplayAsync(file, target, TestContext.Current.CancellationToken))).Value;
    }
}
