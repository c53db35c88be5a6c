using AgentsMigration.TestSupport;

namespace AgentsMigration.Comparison.Tests.Support;

internal static class Browsers
{
    /// <summary>The scripts that open a report.</summary>
    public static NodeProject Report { get; } = new("browser", "playwright-core");
}
