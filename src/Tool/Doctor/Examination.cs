using AgentsMigration.Tool.Doctor.Checks;

namespace AgentsMigration.Tool.Doctor;

/// <summary>All checks in order: what the next one needs comes before it.</summary>
internal static class Examination
{
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static async Task<DoctorReport> RunAsync(
        DoctorSettings settings, HttpMessageHandler handler, CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        findings.AddRange(FileTypeCheck.Run(settings));
        if (!Add(findings, await ReachabilityCheck.RunAsync(settings, handler, cancellationToken).ConfigureAwait(false)))
            return new DoctorReport(settings, settings.Region, findings);

        (Finding signIn, string? token) = await SignInCheck.AcquireAsync(settings, cancellationToken).ConfigureAwait(false);
        if (!Add(findings, [signIn]))
            return new DoctorReport(settings, settings.Region, findings);

        using ServiceClient service = new(settings, token, handler);
        try
        {
            if (Add(findings, [await SignInCheck.TryAsync(settings, service, cancellationToken).ConfigureAwait(false)]))
            {
                findings.AddRange(await SurfaceCheck.RunAsync(settings, service, cancellationToken).ConfigureAwait(false));
                findings.AddRange(await ModelCheck.RunAsync(settings, service, cancellationToken).ConfigureAwait(false));
                findings.AddRange(await CodeInterpreterCheck.RunAsync(settings, service, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            findings.Add(new Finding("connection", Verdict.Problem, $"It broke off: {failure.Message}", Advice.Unstable));
        }
        return new DoctorReport(settings, settings.Region ?? service.Region, findings);
    }

    /// <summary>Whether it makes sense to go on.</summary>
    private static bool Add(List<Finding> findings, IReadOnlyList<Finding> found)
    {
        findings.AddRange(found);
        return found.All(finding => finding.Verdict != Verdict.Problem);
    }
}
