using AgentsMigration.Adapter;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Gateway.Hosting;

/// <summary>Whether a load balancer should send callers here: the state can be read, and the target answers.</summary>
internal sealed class Readiness(LegacyAgentsAdapter adapter, LegacyAgentsOptions options, ILogger<Readiness> logger)
{
    /// <summary>However many probes come, the target sees one in so much time.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private static readonly DocumentKey Probe = new("readiness", "probe");

    private Checked? _target;

    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken) =>
        await FindStateProblemAsync(cancellationToken) ?? await FindTargetProblemAsync(cancellationToken);

    private async Task<string?> FindStateProblemAsync(CancellationToken cancellationToken)
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
            HostLog.NotReady(logger, $"the state failed with {failure.GetType().Name}");
            return "The state cannot be read.";
        }
    }

    private async Task<string?> FindTargetProblemAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        if (_target is { } known && now - known.At < Freshness)
            return known.Problem;
        string? problem = null;
        try
        {
            await adapter.ProbeAsync(cancellationToken);
        }
        catch (V2Exception failure) when (failure.StatusCode is 0 or >= 500)
        {
            HostLog.NotReady(logger, failure.StatusCode == 0 ? failure.Message : $"the target answered {failure.StatusCode}");
            problem = "The target cannot be reached.";
        }
        catch (V2Exception failure) when (failure.StatusCode is 401 or 403 && !options.Target!.IsAsCaller)
        {
            HostLog.NotReady(logger, $"the target answered {failure.StatusCode}");
            problem = "The target refuses the gateway's credential.";
        }
        catch (V2Exception)
        {
            // It answers, and that is all that was asked.
        }
        _target = new Checked(now, problem);
        return problem;
    }

    private sealed record Checked(DateTimeOffset At, string? Problem);
}
