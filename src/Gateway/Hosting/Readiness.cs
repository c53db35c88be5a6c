using AgentsMigration.Adapter.State;

namespace AgentsMigration.Gateway.Hosting;

/// <summary>Whether a load balancer should send callers here.</summary>
internal sealed class Readiness(LegacyAgentsOptions options, ILogger<Readiness> logger)
{
    private static readonly DocumentKey Probe = new("readiness", "probe");

    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (options.Documents is { } documents)
                await documents.GetAsync(Probe, cancellationToken);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Where the state lies is nobody's business outside.
            HostLog.NotReady(logger, failure.Message);
            return "The state cannot be read.";
        }
    }
}
