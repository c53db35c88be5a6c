using System.Text.Json;
using AgentsMigration.TestSupport.Recordings;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>One exchange of a recording and what came of it here.</summary>
internal sealed record ReplayedExchange(
    int Index, RecordedExchange Recorded, LegacyAnswer Answer, IReadOnlyList<Difference> Differences);

/// <summary>Sends what a recording's client sent, in its order, and compares every answer with the recorded one.</summary>
internal sealed class Replay(ReplaySession session, RecordedObjects recorded)
{
    private readonly IdMap _ids = new();
    private readonly Dictionary<string, string> _cursors = new(StringComparer.Ordinal);

    /// <summary>The ids learnt so far.</summary>
    public IdMap Ids => _ids;

    public static async Task<(IReadOnlyList<ReplayedExchange> Exchanges, IdMap Ids)> RunAsync(
        string file, Target target, CancellationToken cancellationToken)
    {
        (int Index, RecordedExchange Exchange)[] exchanges =
            [.. Recording.Load("legacy", file).Exchanges.Index().Where(exchange => !SkippedExchanges.Covers(file, exchange.Index))];
        RecordedObjects recorded = new(exchanges.Select(exchange => exchange.Exchange));
        await using ReplaySession session = await ReplaySession.StartAsync(target, RecordedModel.Script(recorded), cancellationToken);
        Replay replay = new(session, recorded);
        return (await replay.RunAsync(exchanges, cancellationToken), replay.Ids);
    }

    private async Task<IReadOnlyList<ReplayedExchange>> RunAsync(
        (int Index, RecordedExchange Exchange)[] exchanges, CancellationToken cancellationToken)
    {
        Preparation preparation = new(session, recorded, _ids);
        await preparation.FillAccountAsync(exchanges.Select(exchange => exchange.Exchange), cancellationToken);
        List<ReplayedExchange> replayed = [];
        foreach ((int index, RecordedExchange exchange) in exchanges)
        {
            await preparation.PrepareAsync(exchange, cancellationToken);
            replayed.Add(await ReplayAsync(index, exchange, cancellationToken));
        }
        return replayed;
    }

    private async Task<ReplayedExchange> ReplayAsync(int index, RecordedExchange exchange, CancellationToken cancellationToken)
    {
        JsonElement expected = exchange.Response!.Value;
        // Only a run works in the background with real code; all else moves with the clock.
        bool isRun = expected.TryGetProperty("object", out JsonElement kind) && kind.ValueEquals("thread.run");
        for (Polling polling = new(isRun ? 20_000 : 5); ; polling.Next(session))
        {
            LegacyAnswer answer = await SendAsync(exchange, cancellationToken);
            AnswerComparer comparison = AnswerComparer.Compare(expected, answer.Body, _ids);
            if (exchange.Method == "GET" && answer.Status == exchange.Status && !polling.IsOver && IsUnderWay(answer.Body, comparison))
                continue;

            comparison.Learn();
            LearnCursors(expected, answer.Body);
            Difference[] status = answer.Status == exchange.Status
                ? []
                : [new Difference("status", $"{answer.Status} {answer.Body.GetRawText()} where the service had {exchange.Status}")];
            return new ReplayedExchange(index, exchange, answer, [.. status, .. comparison.Differences]);
        }
    }

    private async Task<LegacyAnswer> SendAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        if (exchange is { Method: "POST", Path: "/v1/files" })
            return await session.UploadAsync(StandInFile.Of(exchange.Response!.Value, recorded), cancellationToken);
        string query = string.Join('&', exchange.Query.Split('&').Select(WithOurCursor));
        return await session.SendAsync(
            exchange.Method,
            _ids.Rewrite(exchange.Path) + (query.Length == 0 ? "" : "?" + query),
            exchange.Request is { } request ? _ids.Rewrite(request.GetRawText()) : null,
            cancellationToken);
    }

    /// <summary>A client pages on from the end of the page that it got.</summary>
    private string WithOurCursor(string parameter)
    {
        string[] pair = parameter.Split('=', 2);
        return pair is ["after" or "before", var id]
            ? $"{pair[0]}={_cursors.GetValueOrDefault(id) ?? _ids.Rewrite(id)}"
            : _ids.Rewrite(parameter);
    }

    private void LearnCursors(JsonElement expected, JsonElement ours)
    {
        foreach (string end in new[] { "first_id", "last_id" })
        {
            if (expected.TryGetProperty(end, out JsonElement recordedId) && recordedId.GetString() is { } id
                && ours.TryGetProperty(end, out JsonElement ourId) && ourId.ValueKind == JsonValueKind.String)
                _cursors[id] = ourId.GetString()!;
        }
    }

    /// <summary>Whether the answers differ by a state that ours has not come to yet.</summary>
    private static bool IsUnderWay(JsonElement ours, AnswerComparer comparison)
    {
        string[] states = [.. comparison.Differences.Where(difference => difference.Path.EndsWith(".status", StringComparison.Ordinal))
            .Select(difference => difference.What)];
        return states.Any(what => what.StartsWith("\"queued\"", StringComparison.Ordinal) || what.StartsWith("\"in_progress\"", StringComparison.Ordinal));
    }
}
