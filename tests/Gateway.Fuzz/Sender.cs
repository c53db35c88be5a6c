using System.Net.Sockets;
using System.Text.Json;

namespace AgentsMigration.Gateway.Fuzz;

/// <summary>Sends a request and looks at what comes back.</summary>
internal sealed class Sender(Uri address, IdPool ids, FuzzReport report) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client = new() { Timeout = Patience };

    public async Task SendAsync(FuzzRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (request.Raw is { } raw)
                await SendRawAsync(request, raw, cancellationToken);
            else
                await SendHttpAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            report.Count(0);
            report.Find($"no answer ({failure.GetType().Name}: {failure.Message}): {request}");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task SendHttpAsync(FuzzRequest request, CancellationToken cancellationToken)
    {
        Uri uri = new(address.ToString().TrimEnd('/') + Ascii(request.Target), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using HttpRequestMessage message = new(new HttpMethod(request.Method), uri);
        foreach ((string name, string value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("api-key", request.Key);
        if (request.Body is { } body && request.Method is not "TRACE")
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }
        using HttpResponseMessage response = await _client.SendAsync(message, cancellationToken);
        byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        int status = (int)response.StatusCode;
        report.Count(status);
        if (status >= 500)
            report.Find($"{status} {System.Text.Encoding.UTF8.GetString(answer)}: {request}");
        else if (status == 400 && answer.Length == 0 && response.Headers.ConnectionClose == true)
            report.Refuse();
        else if (status >= 400 && request.Method != "HEAD")
            CheckError(answer, request);
        else if (response.Content.Headers.ContentType?.MediaType == "application/json" && request.Method != "HEAD")
            KeepIds(JsonElement.Parse(answer));
    }

    /// <summary>Something of everything, so that requests are about what is there.</summary>
    public async Task PrepareAsync(RequestSource source, CancellationToken cancellationToken)
    {
        foreach (FuzzRequest request in source.CreateFirst())
            await SendHttpAsync(request, cancellationToken);
    }

    private async Task SendRawAsync(FuzzRequest request, byte[] raw, CancellationToken cancellationToken)
    {
        using TcpClient socket = new();
        await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
        await using NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(raw, cancellationToken);
        socket.Client.Shutdown(SocketShutdown.Send);
        using StreamReader reader = new(stream);
        string answer;
        try
        {
            answer = await reader.ReadToEndAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (IOException)
        {
            // A request that is none may be cut off.
            report.Count(0);
            return;
        }
        int status = answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
        report.Count(status);
        // 505 is the server's word for an HTTP that it does not speak.
        if (status >= 500 && status != 505)
            report.Find($"{status} {answer}: {request}");
    }

    private void CheckError(byte[] answer, FuzzRequest request)
    {
        try
        {
            JsonElement error = JsonElement.Parse(answer).GetProperty("error");
            if (error.GetProperty("message").GetString() is not { Length: > 0 })
                report.Find($"an error without words: {request}");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            report.Find($"an error of another shape ({System.Text.Encoding.UTF8.GetString(answer)}): {request}");
        }
    }

    private void KeepIds(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            return;
        if (answer.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String && !answer.TryGetProperty("deleted", out _))
        {
            ids.Add(id.GetString()!);
            foreach (string parent in new[] { "vector_store_id", "thread_id", "run_id" })
            {
                if (answer.TryGetProperty(parent, out JsonElement value) && value.ValueKind == JsonValueKind.String)
                    ids.Place(id.GetString()!, value.GetString()!);
            }
        }
        if (answer.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in data.EnumerateArray().Take(3))
                KeepIds(item);
        }
    }

    private static string Ascii(string target) =>
        string.Concat(target.Select(c => c is > ' ' and <= '~' ? c.ToString() : char.IsSurrogate(c) ? "%F0%9F%98%80" : Uri.EscapeDataString(c.ToString())));
}
