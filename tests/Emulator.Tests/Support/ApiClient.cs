using System.Text;

namespace AgentsMigration.Emulator.Tests.Support;

/// <summary>Plain HTTP against one endpoint of the emulator.</summary>
public sealed class ApiClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<Answer> PostAsync(string path, string json = "") =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (
        string, string)[] headers)
    {
        using HttpRequestMessage request = new(method, endpoint + path) { Content = content };
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await _http.SendAsync(request, Cancelled);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled));
    }

    public async Task<byte[]> DownloadAsync(string path) =>
        await _http.GetByteArrayAsync(new Uri(endpoint + path), Cancelled);

    public async Task<string> UploadAsync(string fileName, string content, string purpose = "assistants")
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent(purpose), "purpose" },
            { new StringContent(content), "file", fileName },
        };
        return (await SendAsync(HttpMethod.Post, "/files", form)).Ok().Id;
    }

    public async Task<string> ConversationAsync(params string[] userMessages)
    {
        string items = string.Join(',', userMessages.Select(text =>
            $$"""{"type":"message","role":"user","content":{{System.Text.Json.JsonSerializer.Serialize(text)}}}"""));
        return (await PostAsync("/conversations", $$"""{"items":[{{items}}]}""")).Ok().Id;
    }

    public Task<Stream> OpenAsync(string path) => _http.GetStreamAsync(new Uri(endpoint + path), Cancelled);

    /// <summary>Posts a request and reads the server-sent events of the answer.</summary>
    public async Task<IReadOnlyList<StreamEvent>> StreamAsync(string path, string json) =>
        StreamEvent.Parse((await PostAsync(path, json)).Ok().Text);

    public void Dispose() => _http.Dispose();
}
