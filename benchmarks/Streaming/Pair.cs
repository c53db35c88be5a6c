using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter;

namespace AgentsMigration.Benchmarks.Streaming;

/// <summary>Milliseconds to the first event, seconds to the end, and how many events there were.</summary>
internal sealed record Reading(double FirstEvent, double Total, int Events);

/// <summary>The same stream through the adapter and without it, in turn.</summary>
internal sealed class Pair(EventServer server) : IDisposable
{
    private readonly SocketsHttpHandler _transport = new();
    private readonly HttpMessageInvoker _raw = new(new SocketsHttpHandler());

    public async Task<IReadOnlyList<(Reading Adapter, Reading Raw)>> MeasureAsync(int warmUp, int rounds)
    {
        List<(Reading, Reading)> readings = [];
        for (int round = 0; round < warmUp + rounds; round++)
        {
            // The server streams the same response again and again: an adapter of its own has not seen it.
            using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("key", server.Address)) { Transport = _transport });
            using HttpMessageInvoker legacy = new(adapter.CreateHandler());
            string assistant = await CreateAssistantAsync(legacy);
            Reading through = await ReadAsync(
                legacy, "https://l.test/v1/threads/thread_1/runs", $$"""{"assistant_id":"{{assistant}}","stream":true}""");
            Reading raw = await ReadAsync(_raw, $"{server.Address}/responses", """{"model":"gpt-4o","stream":true}""");
            if (round >= warmUp)
                readings.Add((through, raw));
        }
        return readings;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    public void Dispose()
    {
        _transport.Dispose();
        _raw.Dispose();
    }

    private static async Task<Reading> ReadAsync(HttpMessageInvoker client, string url, string json)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, url)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        byte[] buffer = new byte[64 * 1024];
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await client.SendAsync(request, CancellationToken.None);
        response.EnsureSuccessStatusCode();
        using Stream stream = await response.Content.ReadAsStreamAsync();
        double first = 0;
        int lines = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            if (first == 0 && lines >= 3)
                first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return new Reading(first, Stopwatch.GetElapsedTime(start).TotalSeconds, lines / 3);
    }

    private static async Task<string> CreateAssistantAsync(HttpMessageInvoker legacy)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "https://l.test/v1/assistants")
        {
            Content = new StringContent("""{"model":"gpt-4o","instructions":"Help."}""", Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response = await legacy.SendAsync(request, CancellationToken.None);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("id").GetString()!;
    }
}
