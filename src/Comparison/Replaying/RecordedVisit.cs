using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>Exchanges of a recording that have to do with one another: they share an id, or cannot be told apart.</summary>
/// <param name="Exchanges">The exchanges with their places in the recording.</param>
internal sealed record RecordedVisit(IReadOnlyList<(int Index, RecordedExchange Exchange)> Exchanges)
{
    private const string V1 = "assistants=v1";
    private const string V2 = "assistants=v2";

    // What these have was not there in v1.
    private static readonly string[] OfV2 = ["tool_resources", "attachments", "reasoning_effort", "response_format", "vector_store"];

    /// <summary>
    /// What to put into the header that chooses a dialect, the likelier first. Recorders that keep no headers leave it open;
    /// Azure's addresses name it themselves.
    /// </summary>
    public IReadOnlyList<string> Dialects
    {
        get
        {
            string? recorded = Exchanges.Select(exchange => exchange.Exchange.Beta).FirstOrDefault(beta => beta is not null);
            if (recorded is not null)
                return [recorded];
            if (Exchanges.Any(exchange => exchange.Exchange.Query.Contains("api-version=", StringComparison.Ordinal)))
                return [V2];
            return Exchanges.Any(exchange => OfV2.Any(name => exchange.Exchange.Response?.GetRawText().Contains(name, StringComparison.Ordinal) == true || exchange.Exchange.IsStream))
                ? [V2, V1]
                : [V1, V2];
        }
    }

    /// <summary>The visits of a recording in the order of their first exchanges.</summary>
    public static IReadOnlyList<RecordedVisit> Of(Recording recording)
    {
        List<(HashSet<string> Ids, List<(int, RecordedExchange)> Exchanges)> visits = [];
        for (int index = 0; index < recording.Exchanges.Count; index++)
        {
            RecordedExchange exchange = recording.Exchanges[index];
            if (SdkObjects.Is(exchange))
            {
                if (SdkObjects.ToRequest(exchange) is { } request)
                    visits.Add(([], [(index, request)]));
                continue;
            }
            HashSet<string> ids = [.. IdMap.In(exchange.Path + exchange.Query + exchange.Request?.GetRawText() + exchange.Response?.GetRawText() + RecordedEvent.WriteStream(exchange.Events))];
            var related = visits.Where(visit => visit.Ids.Overlaps(ids)).ToList();
            visits.RemoveAll(related.Contains);
            visits.Add(([.. ids, .. related.SelectMany(visit => visit.Ids)], [.. related.SelectMany(visit => visit.Exchanges), (index, exchange)]));
        }
        return [.. visits
            .Select(visit => new RecordedVisit([.. visit.Exchanges.OrderBy(exchange => exchange.Item1)]))
            .OrderBy(visit => visit.Exchanges[0].Index)];
    }
}
