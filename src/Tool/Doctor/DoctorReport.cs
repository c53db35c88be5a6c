namespace AgentsMigration.Tool.Doctor;

/// <summary>What was looked at, and what was found.</summary>
internal sealed record DoctorReport(DoctorSettings Settings, string? Region, IReadOnlyList<Finding> Findings)
{
    public int Problems => Findings.Count(finding => finding.Verdict == Verdict.Problem);

    public string Endpoint => Settings.Endpoint.GetLeftPart(UriPartial.Path);

    public string Target => DoctorCommand.NameOf(Settings.Target);
}
