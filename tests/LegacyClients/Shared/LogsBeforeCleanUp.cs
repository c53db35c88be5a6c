using System.Text.Json;

namespace AgentsMigration.LegacyClients;

/// <summary>
/// Reads from the service what the code printed in the sandbox, just before the first of its conversation's items, or its
/// response, is deleted: afterwards it is gone, and the adapter itself need not have asked for it.
/// </summary>
internal sealed class LogsBeforeCleanUp() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly HashSet<string> _read = [];

    public string Logs { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string address = request.RequestUri!.AbsoluteUri;
        int items = address.IndexOf("/items/", StringComparison.Ordinal);
        if (request.Method == HttpMethod.Delete && items >= 0 && _read.Add(address[..items]))
        {
            Logs += await ReadAsync(request, address[..items] + "/items?order=asc&limit=100&", "data", cancellationToken);
        }
        else if (request.Method == HttpMethod.Delete && Logs.Length == 0 && address.Contains("/responses/", StringComparison.Ordinal)
            && _read.Add(address))
        {
            Logs += await ReadAsync(request, address + "?", "output", cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    private async Task<string> ReadAsync(
        HttpRequestMessage delete, string address, string list, CancellationToken cancellationToken)
    {
        using HttpRequestMessage get = new(HttpMethod.Get, address + "include[]=code_interpreter_call.outputs");
        foreach (KeyValuePair<string, IEnumerable<string>> header in delete.Headers)
        {
            get.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        using HttpResponseMessage response = await base.SendAsync(get, cancellationToken);
        JsonElement body = JsonElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
        IEnumerable<string> logs = body.GetProperty(list).EnumerateArray()
            .Where(item => item.GetProperty("type").GetString() == "code_interpreter_call")
            .SelectMany(call => call.GetProperty("outputs").EnumerateArray())
            .Where(output => output.GetProperty("type").GetString() == "logs")
            .Select(output => output.GetProperty("logs").GetString()!);
        return string.Join('\n', logs);
    }
}
