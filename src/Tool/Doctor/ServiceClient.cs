using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace AgentsMigration.Tool.Doctor;

/// <summary>Sends one call at a time to the service, signed in, and keeps the key out of whatever comes back.</summary>
internal sealed class ServiceClient(DoctorSettings settings, string? token, HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient _http = new(handler) { Timeout = settings.Timeout };

    /// <summary>The region that the service says it is in; Azure does.</summary>
    public string? Region { get; private set; }

    /// <summary>Where responses, files and all the rest are.</summary>
    public Uri Resources { get; } = ServiceAddress.Resources(settings);

    public Task<ServiceAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, new Uri(Resources, path), null, cancellationToken);

    public Task<ServiceAnswer> PostAsync(string path, string json, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, new Uri(Resources, path), new StringContent(json, Encoding.UTF8, "application/json"), cancellationToken);

    public Task<ServiceAnswer> UploadAsync(string path, string name, string text, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, new Uri(Resources, path), new MultipartFormDataContent { { new StringContent(text), "file", name } }, cancellationToken);

    public Task<ServiceAnswer> DeleteAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, new Uri(Resources, path), null, cancellationToken);

    /// <summary>Below the Foundry project itself.</summary>
    public Task<ServiceAnswer> GetOfProjectAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, new Uri(ServiceAddress.Project(settings), path), null, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<ServiceAnswer> SendAsync(HttpMethod method, Uri address, HttpContent? content, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(method, address) { Content = content };
        SignIn(request.Headers);
        using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Headers.TryGetValues("x-ms-region", out IEnumerable<string>? regions))
            Region = regions.First();
        string body = Hide(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        return new ServiceAnswer((int)response.StatusCode, Parse(body), body);
    }

    private void SignIn(HttpRequestHeaders headers)
    {
        if (token is not null)
            headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        else if (settings.Target is DoctorTarget.OpenAI or DoctorTarget.Responses)
            headers.TryAddWithoutValidation("Authorization", "Bearer " + settings.ApiKey);
        else
            headers.TryAddWithoutValidation("api-key", settings.ApiKey);
    }

    /// <summary>A service may repeat the key that it refuses.</summary>
    private string Hide(string text)
    {
        foreach (string? secret in new[] { settings.ApiKey, token })
        {
            if (!string.IsNullOrEmpty(secret))
                text = text.Replace(secret, "***", StringComparison.Ordinal);
        }
        return text;
    }

    private static JsonElement? Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
