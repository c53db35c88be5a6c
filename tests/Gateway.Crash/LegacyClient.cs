using System.Text;
using System.Text.Json;

namespace AgentsMigration.Gateway.Crash;

/// <summary>What a call came to; without a status its answer was lost on the way.</summary>
internal readonly record struct Answer(int Status, JsonElement Body)
{
    public bool IsLost => Status == 0;

    public bool IsOk => Status == 200;

    public string Text(string name) => Body.GetProperty(name).GetString()!;

    public string? ErrorMessage =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out JsonElement error)
            ? error.GetProperty("message").GetString()
            : null;
}

/// <summary>An app's HTTP: each call goes to one of the gateways, and nothing is tried again unasked.</summary>
internal sealed class LegacyClient(IReadOnlyList<Uri> gateways, int seed) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        Timeout = TimeSpan.FromMinutes(3),
        DefaultRequestHeaders = { { "OpenAI-Beta", "assistants=v2" } },
    };

    private readonly Random _random = new(seed);

    /// <summary>The error answers that are not in the legacy shape.</summary>
    public static List<string> Misshapen { get; } = [];

    public async Task<Answer> SendAsync(string method, string path, string? json, CancellationToken cancellationToken)
    {
        try
        {
            using HttpRequestMessage request = Request(method, path, json);
            using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return Read((int)response.StatusCode, body, $"{method} {path}");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return default;
        }
    }

    /// <summary>A call whose second time changes nothing, until somebody answers it well.</summary>
    public async Task<Answer> GetAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            Answer answer = await SendAsync("GET", path, null, cancellationToken);
            if (answer.IsOk || answer.Status is >= 400 and < 500 and not 429)
                return answer;
            await Task.Delay(100, cancellationToken);
        }
    }

    public async Task<byte[]?> DownloadAsync(string path, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                using HttpRequestMessage request = Request("GET", path, null);
                using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
                byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                if (response.IsSuccessStatusCode || attempt == 19)
                    return body;
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                // Another one answers.
            }
            await Task.Delay(100, cancellationToken);
        }
        return null;
    }

    /// <summary>The whole list, oldest first.</summary>
    public async Task<List<JsonElement>> ListAsync(string path, CancellationToken cancellationToken)
    {
        List<JsonElement> all = [];
        while (true)
        {
            string after = all.Count == 0 ? "" : $"&after={all[^1].GetProperty("id").GetString()}";
            Answer page = await GetAsync($"{path}?limit=100&order=asc{after}", cancellationToken);
            if (!page.IsOk)
                throw new InvalidOperationException($"{path}: {page.Status} {page.ErrorMessage}");
            all.AddRange(page.Body.GetProperty("data").EnumerateArray());
            if (!page.Body.GetProperty("has_more").GetBoolean())
                return all;
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(string method, string path, string? json)
    {
        HttpRequestMessage request = new(new HttpMethod(method), new Uri(gateways[_random.Next(gateways.Count)], path));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return request;
    }

    private static Answer Read(int status, byte[] body, string call)
    {
        try
        {
            JsonElement json = status == 200 && body.AsSpan().StartsWith("event:"u8) ? Events(body) : JsonElement.Parse(body);
            if (status != 200 && !IsLegacyError(json))
                Note($"{call}: {status} {json}");
            return new Answer(status, json);
        }
        catch (JsonException)
        {
            Note($"{call}: {status} {Encoding.UTF8.GetString(body)}");
            return new Answer(status, default);
        }
    }

    /// <summary>Of a stream, the last thing that it said of its run.</summary>
    private static JsonElement Events(byte[] body)
    {
        JsonElement run = default;
        foreach (string frame in Encoding.UTF8.GetString(body).Split("\n\n"))
        {
            string[] lines = frame.Split('\n');
            if (lines.Length == 2 && lines[0].StartsWith("event: thread.run.", StringComparison.Ordinal) && !lines[0].Contains(".step."))
                run = JsonElement.Parse(lines[1]["data: ".Length..]);
        }
        return run;
    }

    private static bool IsLegacyError(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("error", out JsonElement error)
        && error.ValueKind == JsonValueKind.Object
        && error.EnumerateObject().Select(property => property.Name).SequenceEqual(["message", "type", "param", "code"])
        && error.GetProperty("message").GetString() is { } message
        && !message.Contains("conv_", StringComparison.Ordinal)
        && !message.Contains("resp_", StringComparison.Ordinal);

    private static void Note(string misshapen)
    {
        lock (Misshapen)
            Misshapen.Add(misshapen);
    }
}
