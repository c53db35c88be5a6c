using System.Diagnostics;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Diagnostics;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations;

namespace AgentsMigration.Adapter.Routing;

/// <summary>Method and path → operation. Both doors call <see cref="HandleAsync"/>.</summary>
internal sealed class RouteTable(Route[] routes, TimeProvider time)
{
    public async Task<LegacyResponse> HandleAsync(LegacyRequest request, CancellationToken cancellationToken)
    {
        long start = Telemetry.MeasuresLegacyCalls ? time.GetTimestamp() : 0;
        // Before its route is known a call has no name: paths hold ids.
        using Activity? activity = Telemetry.Source.StartActivity(request.Method, ActivityKind.Server, request.Parent);
        LegacyResponse response = await AnswerAsync(request, activity, cancellationToken).ConfigureAwait(false);
        activity?.SetTag(Telemetry.StatusTag, response.StatusCode);
        if (response.StatusCode >= 500)
            activity?.SetStatus(ActivityStatusCode.Error);
        if (start != 0)
            Telemetry.LegacyCall(request.Operation ?? "unknown", request.Dialect, response.StatusCode, time.GetElapsedTime(start));
        return response;
    }

    private async Task<LegacyResponse> AnswerAsync(
        LegacyRequest request, Activity? activity, CancellationToken cancellationToken)
    {
        try
        {
            RouteCall call = Match(request, out Route route);
            request.Operation = route.Name;
            if (activity is not null)
                activity.DisplayName = route.Name;
            return await route.Operation(call, cancellationToken).ConfigureAwait(false);
        }
        catch (LegacyException error)
        {
            return LegacyResponse.Error(error);
        }
        catch (V2Exception error)
        {
            return LegacyResponse.Error(UpstreamErrors.ToLegacy(error));
        }
    }

    private RouteCall Match(LegacyRequest request, out Route route)
    {
        string[] path = request.Path.Split('/');
        bool isKnown = false;
        foreach (Route candidate in routes)
        {
            if (!candidate.Matches(path, request.Dialect))
                continue;
            isKnown = true;
            if (candidate.Method != request.Method)
                continue;
            route = candidate;
            return new RouteCall(request, route, path);
        }
        string address = request.Address ?? request.Path;
        throw isKnown ? LegacyErrors.MethodNotAllowed(request.Method, address) : LegacyErrors.UnknownRoute(request.Method, address);
    }
}
