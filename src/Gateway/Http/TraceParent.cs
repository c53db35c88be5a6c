using System.Diagnostics;

namespace AgentsMigration.Gateway.Http;

/// <summary>The trace that a caller is in: its spans and the gateway's become one.</summary>
internal static class TraceParent
{
    /// <summary>Where somebody listens to the host's own activity it is the parent, and this is empty.</summary>
    public static ActivityContext Take(IHeaderDictionary headers)
    {
        // The host makes one for its logs that no listener has asked for: as a parent, it would say that nothing is sampled.
        if (Activity.Current is { Source.Name: "" })
            Activity.Current = null;
        return Activity.Current is null
            && ActivityContext.TryParse(headers.TraceParent, headers.TraceState, isRemote: true, out ActivityContext context)
                ? context
                : default;
    }
}
