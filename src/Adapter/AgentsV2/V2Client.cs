using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>Sends calls to the target and turns every failure into a <see cref="V2Exception"/>.</summary>
internal sealed class V2Client(V2Target target, HttpMessageInvoker http, TimeProvider time)
{
    public Task<JsonElement> GetAsync(V2Route route, CancellationToken cancellationToken) =>
        SendForJsonAsync(HttpMethod.Get, route, null, cancellationToken);

    public Task<JsonElement> PostAsync(V2Route route, byte[]? json, CancellationToken cancellationToken) =>
        SendForJsonAsync(HttpMethod.Post, route, json is null ? null : JsonContent(json), cancellationToken);

    public Task<JsonElement> DeleteAsync(V2Route route, CancellationToken cancellationToken) =>
        SendForJsonAsync(HttpMethod.Delete, route, null, cancellationToken);

    public async Task<JsonElement> SendForJsonAsync(
        HttpMethod method, V2Route route, HttpContent? content, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await SendAsync(method, route, content, cancellationToken).ConfigureAwait(false);
        byte[] body = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonBytes.Parse(body);
        }
        catch (JsonException error)
        {
            throw new V2Exception(502, "The service's answer is not JSON.", error);
        }
    }

    /// <summary>The answer with its body unread; the caller disposes it.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, V2Route route, HttpContent? content, CancellationToken cancellationToken)
    {
        using Activity? activity = Telemetry.Source.StartActivity($"{method} {route.Template}", ActivityKind.Client);
        using HttpRequestMessage request = new(method, route.Resolve(target)) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(route.Accept));
        await SignInAsync(request, cancellationToken).ConfigureAwait(false);

        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error) when (error.InnerException is LegacyException refusal)
        {
            // The upload's own inspection broke it off.
            throw refusal;
        }
        catch (HttpRequestException error)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            throw new V2Exception(0, $"{request.RequestUri!.GetLeftPart(UriPartial.Authority)} cannot be reached: {error.Message}", error);
        }

        activity?.SetTag(Telemetry.StatusTag, (int)response.StatusCode);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
        {
            byte[] body = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            throw V2Exception.From((int)response.StatusCode, body, response.Headers.RetryAfter?.ToString());
        }
    }

    private async Task SignInAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            await target.Credential.ApplyAsync(request, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A token that cannot be had is a sign-in failure to the legacy client as well.
            throw new V2Exception(401, $"No access token for the service: {error.Message}", error);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new V2Exception(0, $"The service's answer broke off: {error.Message}", error);
        }
    }

    private static ByteArrayContent JsonContent(byte[] json)
    {
        ByteArrayContent content = new(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
