using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Gateway.Security;
using AgentsMigration.Gateway.Usage;
using Microsoft.AspNetCore.Http.Features;

namespace AgentsMigration.Gateway.Http;

/// <summary>The HTTP door: one request in, one answer of the legacy shape out, whatever happens between.</summary>
internal sealed class LegacyEndpoint(
    ICallers callers, LegacyAgentsOptions options, UsageCounter usage, ILogger<LegacyEndpoint> logger)
{
    private const string BetaHeader = "OpenAI-Beta";
    private const string Unknown = "unknown";
    private const string Nobody = "nobody";

    private readonly RequestLimits _limits = new(options);

    public async Task InvokeAsync(HttpContext http, LegacyPrefix prefix)
    {
        long start = options.TimeProvider.GetTimestamp();
        string requestId = LegacyHeaders.Add(http.Response, prefix.Family, options.TimeProvider, start);
        try
        {
            using LegacyResponse answer = await AnswerAsync(http, prefix, requestId, start);
            await LegacyAnswer.WriteAsync(http, answer);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to answer.
        }
        catch (Exception failure) when (http.Response.HasStarted)
        {
            EndpointLog.BrokeOff(logger, requestId, EndpointLog.Describe(failure));
            // Half an answer must not look like a whole one.
            http.Abort();
        }
    }

    /// <summary>For paths under no prefix.</summary>
    public async Task RefuseAsync(HttpContext http)
    {
        LegacyHeaders.Add(http.Response, ServiceFamily.OpenAI, options.TimeProvider, options.TimeProvider.GetTimestamp());
        LegacyException unknown = LegacyErrors.UnknownRoute(http.Request.Method, http.Request.Path.Value ?? "/");
        using LegacyResponse answer = LegacyResponse.Error(unknown);
        await LegacyAnswer.WriteAsync(http, answer);
    }

    private async Task<LegacyResponse> AnswerAsync(HttpContext http, LegacyPrefix prefix, string requestId, long start)
    {
        try
        {
            Caller caller = await callers.AdmitAsync(http);
            long limit = _limits.Apply(http);
            LegacyRequest request = ToLegacy(http, prefix, limit);
            LegacyResponse answer = await caller.Routes.HandleAsync(request, http.RequestAborted);
            string operation = request.Operation ?? Unknown;
            string client = ClientName.Read(http.Request.Headers.UserAgent);
            usage.Add(new UsageKey(caller.Tenant, caller.Key, client, operation));
            EndpointLog.Answered(logger, requestId, operation, answer.StatusCode, Elapsed(start), caller.Tenant, client);
            return answer;
        }
        catch (LegacyException refusal)
        {
            EndpointLog.Answered(
                logger, requestId, Unknown, refusal.StatusCode, Elapsed(start), Nobody, ClientName.Read(http.Request.Headers.UserAgent));
            return LegacyResponse.Error(refusal);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            EndpointLog.Failed(logger, requestId, EndpointLog.Describe(failure));
            return LegacyResponse.Error(new LegacyException(
                StatusCodes.Status500InternalServerError,
                "The server had an error while processing your request. Sorry about that! "
                + $"(Please include the request ID {requestId} in your message.)",
                type: "server_error"));
        }
    }

    private double Elapsed(long start) => options.TimeProvider.GetElapsedTime(start).TotalMilliseconds;

    private static LegacyRequest ToLegacy(HttpContext http, LegacyPrefix prefix, long limit)
    {
        HttpRequest request = http.Request;
        QueryParameters query = new(request.QueryString.Value ?? "");
        // Several clients name a content type on requests that have no body.
        bool hasBody = http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        return new LegacyRequest
        {
            Method = request.Method,
            Path = LegacyTarget.GetPath(http),
            Address = request.Path.Value,
            Parent = TraceParent.Take(request.Headers),
            Query = query,
            Dialect = LegacyAddress.GetDialect(
                $"{request.PathBase}{request.Path}", query, request.Headers[BetaHeader].ToString()),
            ContentType = hasBody ? request.ContentType : null,
            OpenBody = hasBody ? _ => Task.FromResult<Stream>(new RequestStream(request.Body, limit)) : null,
        };
    }
}
