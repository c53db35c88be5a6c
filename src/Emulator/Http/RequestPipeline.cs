using System.Security.Cryptography;
using System.Text;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Http;

/// <summary>What happens around every request: request id, key check, refusals turned into bodies.</summary>
internal sealed class RequestPipeline(string? apiKey, TimeProvider time)
{
    private const int ClientClosedRequest = 499;
    private const string AccessDenied = "Access denied due to invalid subscription key or wrong API endpoint. Make sure to "
        + "provide a valid key for an active subscription and use a correct regional API endpoint for your resource.";

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        string requestId = "req_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        long start = time.GetTimestamp();
        http.Response.Headers["x-request-id"] = requestId;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["openai-processing-ms"] = ((long)time.GetElapsedTime(start).TotalMilliseconds).ToString();
            return Task.CompletedTask;
        });
        http.Response.Headers["openai-version"] = "2020-10-01";
        try
        {
            CheckKey(http.Request);
            await next(http);
        }
        catch (ApiException failure) when (!http.Response.HasStarted)
        {
            await Call.WriteAsync(http, failure.Status, ErrorBody.Of(failure, requestId));
        }
        catch (BadHttpRequestException failure) when (!http.Response.HasStarted)
        {
            await Call.WriteAsync(http, failure.StatusCode,
                ErrorBody.Of(failure.Message, "invalid_request_error", null, null));
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !http.Response.HasStarted)
        {
            await Call.WriteAsync(http, StatusCodes.Status500InternalServerError, ErrorBody.Of(
                $"The emulator failed: {failure.Message}", "server_error", null, "server_error"));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            if (!http.Response.HasStarted) http.Response.StatusCode = ClientClosedRequest;
        }
    }

    private void CheckKey(HttpRequest request)
    {
        if (apiKey is null) return;
        bool azure = Surfaces.Of(request.Path) is not Surface.OpenAI;
        string given = request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. string bearer]
            ? bearer
            : azure ? request.Headers["api-key"].ToString() : "";
        bool right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(apiKey));
        if (azure && !right)
            throw new ApiException(StatusCodes.Status401Unauthorized, AccessDenied, code: "401") { IsBare = true };
        if (given.Length == 0)
            throw Unauthorized("You didn't provide an API key. You need to provide your API key in an Authorization header "
                + "using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).", null);
        if (!right)
            throw Unauthorized("Incorrect API key provided.", "invalid_api_key");
    }

    private static ApiException Unauthorized(string message, string? code) =>
        new(StatusCodes.Status401Unauthorized, message, null, code);
}
