using AgentsMigration.Comparison.Recordings;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>Exchanges that one client had with one service, one after another.</summary>
internal sealed record RecordedSession(RecordedDialect Dialect, IReadOnlyList<(int Index, RecordedExchange Exchange)> Exchanges);

internal static class RecordedSessions
{
    public static IReadOnlyList<RecordedSession> Of(string file)
    {
        (int Index, RecordedExchange Item)[] exchanges =
            [.. Recording.Load("legacy", file).Exchanges.Index().Where(exchange => !SkippedExchanges.Covers(file, exchange.Index))];
        if (file == NotebookObjects.File)
        {
            return
            [
                .. NotebookObjects.Visits.Select(visit => new RecordedSession(
                    RecordedDialect.AssistantsV1,
                    [.. exchanges.Where(e => visit.Contains(e.Index)).Select(e => (e.Index, NotebookObjects.ToRequest(e.Item)))])),
            ];
        }
        return
        [
            .. exchanges.GroupBy(e => RecordedDialects.Of(file, e.Index, e.Item))
                .Select(group => new RecordedSession(group.Key, [.. group.Select(e => (e.Index, AtOurPlace(e.Item)))])),
        ];
    }

    private static RecordedExchange AtOurPlace(RecordedExchange exchange) =>
        exchange with { Path = exchange.Path.Replace("{endpoint}", "/api/projects/p", StringComparison.Ordinal) };
}
