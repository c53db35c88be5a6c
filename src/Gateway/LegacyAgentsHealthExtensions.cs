using AgentsMigration.Gateway.Hosting;

namespace AgentsMigration.Gateway;

/// <summary>Puts the gateway's health on an app's routes.</summary>
public static class LegacyAgentsHealthExtensions
{
    // Some load balancers and monitors ask without wanting the body.
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>
    /// <c>/healthz</c> answers while the process does; <c>/readyz</c> answers 200 while its state can be read
    /// and the target answers, otherwise 503. Neither asks for a key; the target is asked once in five seconds at most.
    /// </summary>
    public static void MapLegacyAgentsHealth(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Readiness readiness = ActivatorUtilities.CreateInstance<Readiness>(endpoints.ServiceProvider);
        endpoints.MapMethods("/healthz", Methods, (RequestDelegate)(http => HealthAnswer.WriteAsync(http, null)));
        endpoints.MapMethods("/readyz", Methods, (RequestDelegate)(http => AnswerReadinessAsync(http, readiness)));
    }

    private static async Task AnswerReadinessAsync(HttpContext http, Readiness readiness)
    {
        string? problem = await readiness.FindProblemAsync(http.RequestAborted).ConfigureAwait(false);
        await HealthAnswer.WriteAsync(http, problem).ConfigureAwait(false);
    }
}
