using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Comparison.Reporting;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Tool.Compare;

/// <summary>Brings both sides to transcripts, session by session.</summary>
internal sealed class ComparisonRun(ComparedSide left, ComparedSide right, RecordingSide? scenario, ComparisonRules rules)
{
    public async Task<ComparisonReport> RunAsync(Action<SessionResult> done, CancellationToken cancellationToken)
    {
        List<SessionResult> results = [];
        foreach ((string name, Func<Recording> read) in (left as RecordingSide ?? scenario ?? right as RecordingSide)!.Sessions)
        {
            SessionResult result = await CompareAsync(name, read, cancellationToken);
            results.Add(result);
            done(result);
        }
        return new ComparisonReport(left.Name, right.Name, results);
    }

    private async Task<SessionResult> CompareAsync(string name, Func<Recording> read, CancellationToken cancellationToken)
    {
        try
        {
            Recording requests = read();
            Transcript before = await TranscriptAsync(left, name, requests, cancellationToken);
            Transcript after = await TranscriptAsync(right, name, requests, cancellationToken);
            return new SessionResult(name, TranscriptComparison.Of(before, after, rules), null);
        }
        catch (Exception problem) when (problem is ReplayException or HttpRequestException or InvalidDataException or IOException
            or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new SessionResult(name, null, problem.Message);
        }
    }

    private static async Task<Transcript> TranscriptAsync(
        ComparedSide side, string name, Recording requests, CancellationToken cancellationToken)
    {
        if (side is RecordingSide recorded)
            return Transcript.Of((recorded.IsFolder ? Counterpart(recorded, name) : Recording.Read(recorded.Files[0])) with { Name = name });
        await using ServiceSession session = await ((ServiceSide)side).ConnectAsync(requests, cancellationToken);
        Recording answers = await RecordingReplay.RunAsync(requests, session.Client, session.Patience, cancellationToken: cancellationToken);
        return Transcript.Of(answers with { Name = name });
    }

    /// <summary>Two folders are compared file by file, by their names.</summary>
    private static Recording Counterpart(RecordingSide folder, string name)
    {
        string file = Path.Combine(folder.Path, name + ".json");
        return File.Exists(file) ? Recording.Read(file) : throw new InvalidDataException($"'{folder.Path}' has no recording '{name}.json'.");
    }
}
