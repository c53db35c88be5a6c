using System.Text.Json;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>One exchange of a recording and what came of it here.</summary>
internal sealed record ReplayedExchange(
    int Index, RecordedExchange Recorded, LegacyAnswer Answer, IReadOnlyList<Difference> Differences, IdMap Ids);

/// <summary>Sends what a recording's client sent, in its order, and compares every answer with the recorded one.</summary>
internal sealed class Replay(ReplaySession session, RecordedObjects recorded)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly IdMap _ids = new();
    private readonly Dictionary<string, string> _cursors = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<ReplayedExchange>> RunAsync(
        IReadOnlyList<(int Index, RecordedExchange Exchange)> exchanges, CancellationToken cancellationToken)
    {
        Preparation preparation = new(session, recorded, _ids);
        await preparation.FillAccountAsync(exchanges.Select(exchange => exchange.Exchange), cancellationToken).ConfigureAwait(false);
        List<ReplayedExchange> replayed = [];
        foreach ((int index, RecordedExchange exchange) in exchanges)
        {
            await preparation.PrepareAsync(exchange, cancellationToken).ConfigureAwait(false);
            replayed.Add(await ReplayAsync(index, exchange, cancellationToken).ConfigureAwait(false));
        }
        return replayed;
    }

    private async Task<ReplayedExchange> ReplayAsync(int index, RecordedExchange exchange, CancellationToken cancellationToken)
    {
        // Only a run works in the background with real code; all else moves with the clock.
        bool isRun = exchange.Response?.GetText("object") == "thread.run";
        for (Polling polling = new(isRun ? session.MaxPolls : 5); ; await polling.NextAsync(session, cancellationToken).ConfigureAwait(false))
        {
            LegacyAnswer answer = await SendWhileMovingOnAsync(exchange, cancellationToken).ConfigureAwait(false);
            AnswerComparer comparison = Compare(exchange, answer);
            if (exchange.Method == "GET" && answer.Status == exchange.Status && !polling.IsOver && IsUnderWay(comparison))
                continue;

            comparison.Learn();
            if (exchange.Response is { } expected)
                LearnCursors(expected, answer.Body);
            Difference[] status = answer.Status == exchange.Status
                ? []
                : [new Difference("status", $"{answer.Status} {answer.Text} where the service had {exchange.Status}")];
            return new ReplayedExchange(index, exchange, answer, [.. status, .. comparison.Differences], _ids);
        }
    }

    /// <summary>A stream ends when all that is in it has happened.</summary>
    private async Task<LegacyAnswer> SendWhileMovingOnAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        Task<LegacyAnswer> answer = SendAsync(exchange, cancellationToken);
        while (exchange.IsStream && !answer.IsCompleted)
        {
            await session.MoveOnAsync(0, cancellationToken).ConfigureAwait(false);
            await Task.WhenAny(answer, Task.Delay(Glance, TimeProvider.System, cancellationToken)).ConfigureAwait(false);
        }
        return await answer.ConfigureAwait(false);
    }

    private AnswerComparer Compare(RecordedExchange recorded, LegacyAnswer answer)
    {
        if (recorded.Response is { } expected)
            return AnswerComparer.Compare(expected, answer.Body, _ids);
        return recorded.IsStream
            ? AnswerComparer.CompareStreams(recorded.Events, answer.Exchange?.Events ?? [], _ids)
            : new AnswerComparer(_ids);
    }

    private async Task<LegacyAnswer> SendAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        if (exchange is { Method: "POST" } && exchange.Path.EndsWith("/files", StringComparison.Ordinal) && exchange.Request?.Get("file_id") is null)
            return await session.UploadAsync(StandInFile.Of(exchange, recorded), cancellationToken).ConfigureAwait(false);
        string query = string.Join('&', exchange.Query.Split('&').Select(WithOurCursor));
        return await session.SendAsync(
            exchange.Method,
            _ids.Rewrite(exchange.Path) + (query.Length == 0 ? "" : "?" + query),
            exchange.Request is { } request ? _ids.Rewrite(request.GetRawText()) : null,
            cancellationToken).ConfigureAwait(false);
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
            if (expected.GetText(end) is { } id && ours.GetText(end) is { } ourId)
                _cursors[id] = ourId;
        }
    }

    /// <summary>Whether the answers differ by a state that ours has not come to yet.</summary>
    private static bool IsUnderWay(AnswerComparer comparison)
    {
        string[] states = [.. comparison.Differences.Where(difference => difference.Path.EndsWith(".status", StringComparison.Ordinal))
            .Select(difference => difference.What)];
        // A step shows when its run has come to it.
        if (comparison.Differences.Any(difference => difference is { Path: "$.data" } && difference.What.StartsWith("[] ", StringComparison.Ordinal)))
            return true;
        return states.Any(what => what.StartsWith("\"queued\"", StringComparison.Ordinal) || what.StartsWith("\"in_progress\"", StringComparison.Ordinal));
    }
}
