using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>A recording and what a service answers to its requests now.</summary>
/// <param name="Visits">What belongs together; exchanges that share no id are compared on their own.</param>
/// <param name="NotSent">How many exchanges could not be sent: printed parts of objects, which no request gives.</param>
public sealed record ReplayedRecording(IReadOnlyList<ReplayedVisit> Visits, int NotSent)
{
    /// <summary>All answers of the service.</summary>
    public Recording Answered => Visits[0].Answered with { Exchanges = [.. Visits.SelectMany(visit => visit.Answered.Exchanges)] };
}

/// <summary>Exchanges that have to do with one another.</summary>
/// <param name="Sent">As recorded.</param>
/// <param name="Answered">The same requests with the service's answers.</param>
public sealed record ReplayedVisit(Recording Sent, Recording Answered);
