using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using AgentsMigration.Adapter.Diagnostics;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>Sends calls to the target, again where that is safe, and turns every failure into a <see cref="V2Exception"/>.</summary>
internal sealed class V2Client(V2Target target, HttpMessageInvoker http, TimeProvider time, RetryPolicy retries)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public V2Features Features => target.Features;

    public Task<JsonElement> GetAsync(V2Route route, CancellationToken cancellationToken) =>
        ForJsonAsync(HttpMethod.Get, route, null, canRepeat: true, cancellationToken);

    public Task<JsonElement> DeleteAsync(V2Route route, CancellationToken cancellationToken) =>
        ForJsonAsync(HttpMethod.Delete, route, null, canRepeat: true, cancellationToken);

    /// <summary>A call that makes something: repeated only where it cannot have been done.</summary>
    public Task<JsonElement> CreateAsync(
        V2Route route, byte[] json, CancellationToken cancellationToken, bool isOnce = false) =>
        ForJsonAsync(HttpMethod.Post, route, json, canRepeat: false, cancellationToken, isOnce);

    /// <summary>A call whose second time changes nothing, such as a cancel or a replacement of metadata.</summary>
    public Task<JsonElement> PostAgainAsync(V2Route route, byte[]? json, CancellationToken cancellationToken) =>
        ForJsonAsync(HttpMethod.Post, route, json, canRepeat: true, cancellationToken);

    /// <summary>A body that flows by: sent once.</summary>
    public async Task<JsonElement> SendStreamAsync(
        HttpMethod method, V2Route route, HttpContent? content, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await SendOnceAsync(method, route, content, cancellationToken).ConfigureAwait(false);
        return await ReadJsonAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answer with its body unread; the caller disposes it.</summary>
    public Task<HttpResponseMessage> OpenAsync(V2Route route, CancellationToken cancellationToken) =>
        WithRetriesAsync(
            token => SendOnceAsync(HttpMethod.Get, route, null, token), canRepeat: true, cancellationToken);

    /// <summary>Hands a body over as it comes, again from its start where it broke off.</summary>
    public Task<T> ReadAsync<T>(V2Route route, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        WithRetriesAsync(
            async token =>
            {
                using HttpResponseMessage response = await SendOnceAsync(HttpMethod.Get, route, null, token).ConfigureAwait(false);
                using V2Body content = new(await response.Content.OpenAsync(token).ConfigureAwait(false));
                return await read(content, token).ConfigureAwait(false);
            },
            canRepeat: true,
            cancellationToken);

    /// <summary>Makes something whose answer is a stream; the caller disposes it.</summary>
    public Task<HttpResponseMessage> CreateStreamAsync(
        V2Route route, byte[] json, CancellationToken cancellationToken, bool isOnce = false) =>
        WithRetriesAsync(
            async token =>
            {
                using ByteArrayContent content = new(json) { Headers = { ContentType = Json } };
                return await SendOnceAsync(HttpMethod.Post, route, content, token).ConfigureAwait(false);
            },
            canRepeat: false,
            cancellationToken,
            isOnce);

    private Task<JsonElement> ForJsonAsync(
        HttpMethod method,
        V2Route route,
        byte[]? json,
        bool canRepeat,
        CancellationToken cancellationToken,
        bool isOnce = false) =>
        WithRetriesAsync(
            async token =>
            {
                using ByteArrayContent? content = json is null ? null : new ByteArrayContent(json) { Headers = { ContentType = Json } };
                using HttpResponseMessage response = await SendOnceAsync(method, route, content, token).ConfigureAwait(false);
                return await ReadJsonAsync(response, token).ConfigureAwait(false);
            },
            canRepeat,
            cancellationToken,
            isOnce);

    private async Task<T> WithRetriesAsync<T>(
        Func<CancellationToken, Task<T>> send, bool canRepeat, CancellationToken cancellationToken, bool isOnce = false)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await send(cancellationToken).ConfigureAwait(false);
            }
            catch (V2Exception error) when (!isOnce && retries.NextDelay(error, attempt, canRepeat) is { } delay)
            {
                await time.WaitAsync(delay, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpMethod method, V2Route route, HttpContent? content, CancellationToken cancellationToken)
    {
        using Activity? activity = Telemetry.Source.StartActivity($"{method} {route.Template}", ActivityKind.Client);
        using HttpRequestMessage request = new(method, route.Resolve(target)) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", route.Accept);
        await SignInAsync(request, cancellationToken).ConfigureAwait(false);

        HttpResponseMessage response;
        long start = Telemetry.MeasuresV2Calls ? time.GetTimestamp() : 0;
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
            Measure(method, route, null, start);
            string server = request.RequestUri!.GetLeftPart(UriPartial.Authority);
            throw new V2Exception(0, $"{server} cannot be reached: {error.Message}", error) { NeverSent = IsRefusedConnection(error) };
        }

        activity?.SetTag(Telemetry.StatusTag, (int)response.StatusCode);
        Measure(method, route, (int)response.StatusCode, start);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
        {
            byte[] body = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            throw V2Exception.From((int)response.StatusCode, body, response.Headers.RetryAfter?.ToString());
        }
    }

    private void Measure(HttpMethod method, V2Route route, int? status, long start)
    {
        if (start != 0)
            Telemetry.V2Call(method.Method, route.Template, status, time.GetElapsedTime(start));
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

    private static bool IsRefusedConnection(HttpRequestException error) =>
        error.GetBaseException() is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
                or SocketError.HostUnreachable or SocketError.NetworkUnreachable,
        };

    private static async Task<JsonElement> ReadJsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonBytes.ParseOwn(body);
        }
        catch (JsonException error)
        {
            throw new V2Exception(502, "The service's answer is not JSON.", error);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (V2Exception.IsBrokenOff(error))
        {
            throw V2Exception.BrokenOff(error);
        }
    }
}
