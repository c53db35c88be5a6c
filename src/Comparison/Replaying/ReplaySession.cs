using System.Net.Http.Headers;
using System.Text;
using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>Sends recorded requests to a service that speaks the legacy wire.</summary>
/// <param name="client">Knows the service's address.</param>
/// <param name="moveOn">
/// Lets what works in the background come to its next state; it is told how often it has been asked for that state before.
/// </param>
internal sealed class ReplaySession(HttpClient client, Func<int, CancellationToken, Task> moveOn)
{
    /// <summary>Whether the client sends what Assistants v1 takes.</summary>
    public bool SpeaksV1 { get; init; }

    /// <summary>The header that chooses a dialect, where the client does not set it.</summary>
    public string? Beta { get; init; }

    /// <summary>How often it is asked for a state before that counts as never reached.</summary>
    public int MaxPolls { get; init; } = 20_000;

    public Task MoveOnAsync(int poll, CancellationToken cancellationToken) => moveOn(poll, cancellationToken);

    public async Task<LegacyAnswer> SendAsync(
        string method, string pathAndQuery, string? json, CancellationToken cancellationToken)
    {
        using StringContent? content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(method, pathAndQuery, content, cancellationToken).ConfigureAwait(false);
    }

    public async Task<LegacyAnswer> UploadAsync(StandInFile file, CancellationToken cancellationToken)
    {
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(file.Purpose), "purpose");
        ByteArrayContent part = new(file.Content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", file.Name);
        return await SendAsync("POST", "/v1/files", form, cancellationToken).ConfigureAwait(false);
    }

    private async Task<LegacyAnswer> SendAsync(
        string method, string pathAndQuery, HttpContent? content, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(pathAndQuery, UriKind.Relative)) { Content = content };
        if (Beta is not null)
            request.Headers.Add("OpenAI-Beta", Beta);
        using HttpResponseMessage response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        byte[] sent = content is null ? [] : await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        RecordedExchange exchange = WireExchange.Finish(
            WireExchange.Start(request, sent), (int)response.StatusCode, response.Content.Headers.ContentType, body, elapsed: null);
        return new LegacyAnswer(exchange.Status, exchange.Response ?? default) { Exchange = exchange };
    }
}
