using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AgentsMigration.Adapter;

namespace AgentsMigration.Benchmarks.Adapter;

/// <summary>Legacy call through the adapter, and its v2 call sent directly, in turn: the median of each and their difference.</summary>
internal static class AddedTime
{
    private const int WarmUp = 2_000;
    private const int Rounds = 10_000;

    public static async Task PrintAsync()
    {
        using CannedUpstream upstream = new();
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("key")) { Transport = upstream });
        using HttpMessageInvoker legacy = new(adapter.CreateHandler());
        using HttpMessageInvoker direct = new(upstream, disposeHandler: false);

        string assistant = Id(await SendAsync(legacy, "POST", "https://l.test/v1/assistants", """{"model":"gpt-4o","instructions":"Help."}"""));
        string thread = "thread_" + CannedAnswers.Conversation["conv_".Length..];
        string run = Id(await SendAsync(legacy, "POST", $"https://l.test/v1/threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}"""));

        Console.WriteLine($"{"operation",-34} {"adapter µs",11} {"direct µs",10} {"added µs",9}   (median of {Rounds:N0}, taken in turn)");
        await RowAsync("POST /threads", legacy, direct, ("POST", "threads", null), ("POST", "conversations", "{}"));
        await RowAsync("GET /threads/{id}", legacy, direct, ("GET", $"threads/{thread}", null), ("GET", "conversations/c", null));
        await RowAsync(
            "POST /threads/{id}/messages", legacy, direct,
            ("POST", "threads/thread_other/messages", """{"role":"user","content":"A question of some length, as people ask them."}"""),
            ("POST", "conversations/c/items", """{"items":[{"type":"message","role":"user","content":[{"type":"input_text","text":"A question of some length, as people ask them."}]}]}"""));
        await RowAsync("GET /threads/{id}/messages (20)", legacy, direct, ("GET", $"threads/{thread}/messages", null), ("GET", "conversations/c/items", null));
        await RowAsync("GET /threads/{id}/runs/{id}", legacy, direct, ("GET", $"threads/{thread}/runs/{run}", null), ("GET", "responses/r", null));
        await RunRowAsync(legacy, direct, assistant);
    }

    /// <summary>Each run needs a thread of its own.</summary>
    private static async Task RunRowAsync(HttpMessageInvoker legacy, HttpMessageInvoker direct, string assistant)
    {
        string body = $$"""{"assistant_id":"{{assistant}}"}""";
        const string v2 = """{"model":"gpt-4o","instructions":"Help.","tools":[],"conversation":"c","truncation":"auto","background":true,"store":true}""";
        await MeasureAsync(
            "POST /threads/{id}/runs",
            round => SendAsync(legacy, "POST", $"https://l.test/v1/threads/thread_{round}/runs", body),
            _ => SendAsync(direct, "POST", "https://u.test/v1/responses", v2));
    }

    private static Task RowAsync(
        string name, HttpMessageInvoker legacy, HttpMessageInvoker direct,
        (string Method, string Path, string? Body) call, (string Method, string Path, string? Body) v2) =>
        MeasureAsync(
            name,
            _ => SendAsync(legacy, call.Method, $"https://l.test/v1/{call.Path}", call.Body),
            _ => SendAsync(direct, v2.Method, $"https://u.test/v1/{v2.Path}", v2.Body));

    private static async Task MeasureAsync(string name, Func<int, Task<byte[]>> adapter, Func<int, Task<byte[]>> direct)
    {
        List<double> through = [];
        List<double> plain = [];
        for (int round = 0; round < WarmUp + Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            await adapter(round);
            long middle = Stopwatch.GetTimestamp();
            await direct(round);
            long end = Stopwatch.GetTimestamp();
            if (round >= WarmUp)
            {
                through.Add(Stopwatch.GetElapsedTime(start, middle).TotalMicroseconds);
                plain.Add(Stopwatch.GetElapsedTime(middle, end).TotalMicroseconds);
            }
        }
        double a = Median(through);
        double b = Median(plain);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {a,11:0.0} {b,10:0.0} {a - b,9:0.0}"));
    }

    private static async Task<byte[]> SendAsync(HttpMessageInvoker invoker, string method, string url, string? json)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), url);
        if (json is not null)
            request.Content = new ByteArrayContent(json.AsBytes()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static string Id(byte[] body) => JsonElement.Parse(body).GetProperty("id").GetString()!;
}
