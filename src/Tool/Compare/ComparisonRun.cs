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
        RecordingSide asked = (left as RecordingSide ?? scenario ?? right as RecordingSide)!;
        foreach ((string name, Func<Recording> read) in asked.Sessions.Concat(OnlyOnTheRight()))
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
            Recording requests = read() with { Name = name };
            if (requests.Exchanges.Count == 0)
                throw new InvalidDataException("The recording has no exchanges: there is nothing to compare.");
            ReplayedRecording? before = await ReplayAsync(left, requests, cancellationToken);
            ReplayedRecording? after = await ReplayAsync(right, requests, cancellationToken);
            return new SessionResult(name, Compare(name, before, after), null)
            {
                Note = Note(before ?? after),
            };
        }
        // Whatever one recording has in it, the others are compared.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return new SessionResult(name, null, problem.Message);
        }
    }

    /// <summary>A session that only the right folder has would else be passed over.</summary>
    private IEnumerable<(string Name, Func<Recording> Read)> OnlyOnTheRight() =>
        left is RecordingSide { IsFolder: true } one && right is RecordingSide { IsFolder: true } other
            ? other.Sessions.Select(session => session.Name).Except(one.Sessions.Select(session => session.Name))
                .Select<string, (string, Func<Recording>)>(name => (name, () => Counterpart(one, name)))
            : [];

    private TranscriptComparison Compare(string name, ReplayedRecording? before, ReplayedRecording? after)
    {
        if ((before ?? after) is not { } replayed)
            return Compare(Recorded(left, name), Recorded(right, name));
        // What could not be sent again cannot be missing either.
        return TranscriptComparison.Join([.. replayed.Visits.Select((visit, index) => Compare(
            before is null ? visit.Sent : before.Visits[index].Answered,
            after is null ? visit.Sent : after.Visits[index].Answered))]);
    }

    private TranscriptComparison Compare(Recording before, Recording after) =>
        TranscriptComparison.Of(Transcript.Of(before), Transcript.Of(after), rules);

    private static async Task<ReplayedRecording?> ReplayAsync(ComparedSide side, Recording requests, CancellationToken cancellationToken)
    {
        if (side is not ServiceSide service)
            return null;
        try
        {
            return await RecordingReplay.RunAsync(
                requests,
                async (recorded, run) =>
                {
                    await using ServiceSession session = await service.ConnectAsync(recorded, cancellationToken);
                    return await run(session.Client);
                },
                service.Patience,
                TimeProvider.System,
                cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ReplayException($"{service.Name}: {problem.Message}", problem);
        }
    }

    private static Recording Recorded(ComparedSide side, string name)
    {
        RecordingSide recorded = (RecordingSide)side;
        return (recorded.IsFolder ? Counterpart(recorded, name) : Recording.Read(recorded.Files[0])) with { Name = name };
    }

    private static string? Note(ReplayedRecording? replayed) => replayed is { NotSent: > 0 and var count }
        ? $"{count} of the recorded answers are printed parts of objects, which no request gives; they are left out."
        : null;

    /// <summary>Two folders are compared file by file, by their names.</summary>
    private static Recording Counterpart(RecordingSide folder, string name)
    {
        string file = Path.Combine(folder.Path, name + ".json");
        return File.Exists(file) ? Recording.Read(file) : throw new InvalidDataException($"'{folder.Path}' has no recording '{name}.json'.");
    }
}
