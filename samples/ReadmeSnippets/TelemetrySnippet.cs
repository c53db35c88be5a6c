using System.Diagnostics;

namespace ReadmeSnippets;

public static class TelemetrySnippet
{
    public static void Listen()
    {
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "AgentsMigration.Adapter",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = call => Console.WriteLine($"{call.Kind} {call.DisplayName} {call.Duration}"),
        });
    }
}
