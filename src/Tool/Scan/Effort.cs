namespace AgentsMigration.Tool.Scan;

/// <summary>A rough estimate in hours; the assumptions are printed with it.</summary>
internal sealed record Effort(double ByHand, double WithFixes)
{
    public const string Assumptions =
        "By hand: 20 minutes for a loop, 15 for something without an equivalent or for REST, 5 for a call, 1 for a type or "
        + "property. With fixes: half a minute to review what 'agents-migration fix' rewrites, the full time for the rest.";

    private const double ReviewMinutes = 0.5;

    public static Effort Of(IEnumerable<ScanSite> sites)
    {
        double byHand = 0, withFixes = 0;
        foreach (ScanSite site in sites)
        {
            double minutes = Minutes(site);
            byHand += minutes;
            withFixes += site.IsAutomatic ? Math.Min(minutes, ReviewMinutes) : minutes;
        }

        return new(byHand / 60, withFixes / 60);
    }

    private static double Minutes(ScanSite site)
    {
        if (site.RuleId is "AGM4010" or "AGM4011" or "AGM4012") return 20;
        if (site.RuleId.StartsWith("AGM6", StringComparison.Ordinal)) return 15;
        if (site.Message.Contains("has no v2 equivalent", StringComparison.Ordinal)) return 15;
        return site.IsWarning ? 5 : 1;
    }
}
