using System.Diagnostics;

namespace QuarterlyChart;

/// <summary>Listens to the adapter's activities: one for each legacy call, with a child for each v2 call.</summary>
internal sealed class CallLog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public CallLog()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "AgentsMigration.Adapter",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (_lock)
                {
                    _ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The calls so far in the order in which they began; equal neighbours are one with a count.</summary>
    public IReadOnlyList<LegacyCall> Calls()
    {
        lock (_lock)
        {
            ILookup<ActivitySpanId, Activity> children = _ended
                .Where(activity => activity.Kind == ActivityKind.Client)
                .OrderBy(activity => activity.StartTimeUtc)
                .ToLookup(activity => activity.ParentSpanId);
            List<LegacyCall> calls = [];
            foreach (Activity activity in _ended
                .Where(activity => activity.Kind == ActivityKind.Server)
                .OrderBy(activity => activity.StartTimeUtc))
            {
                LegacyCall call = new(Describe(activity), [.. children[activity.SpanId].Select(Describe)]);
                if (calls.Count > 0 && calls[^1].IsLike(call))
                {
                    calls[^1] = calls[^1] with { Count = calls[^1].Count + 1 };
                }
                else
                {
                    calls.Add(call);
                }
            }

            return calls;
        }
    }

    public void Dispose() => _listener.Dispose();

    private static string Describe(Activity activity) =>
        $"{activity.DisplayName} {activity.GetTagItem("http.response.status_code")}".TrimEnd();
}
