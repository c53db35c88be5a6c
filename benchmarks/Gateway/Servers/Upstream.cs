using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AgentsMigration.Benchmarks.Gateway.Servers;

/// <summary>
/// The v2 service behind both: answers at once, out of memory. A streamed response has a delta each second for as long as
/// somebody listens.
/// </summary>
internal static class Upstream
{
    /// <summary>Answers with the last request of the method named behind it: target, empty line, body.</summary>
    public const string LastPath = "/last/";

    private const int Deltas = 600;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, string> Last = new();

    private static int _streams;

    public static Task RunAsync() => QuietServer.RunAsync(_ => { }, app => app.Run(AnswerAsync));

    private static async Task AnswerAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        string path = request.Path.Value!;
        if (path.StartsWith(LastPath, StringComparison.Ordinal))
        {
            await WriteAsync(http.Response, "text/plain", Last[path[LastPath.Length..]].AsBytes());
            return;
        }
        string body = "";
        if (request.Method == "POST")
        {
            using StreamReader reader = new(request.Body, Encoding.UTF8);
            body = await reader.ReadToEndAsync();
        }
        Last[request.Method] = $"{http.Features.Get<IHttpRequestFeature>()!.RawTarget}\n\n{body}";
        if (body.Contains("\"stream\":true", StringComparison.Ordinal))
            await StreamAsync(http);
        else
            await WriteAsync(http.Response, "application/json", CannedAnswers.Of(request.Method, path));
    }

    private static async Task StreamAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        int sent = 0;
        try
        {
            foreach (string one in StreamedResponse.EventsOf(Deltas, Interlocked.Increment(ref _streams)))
            {
                if (sent++ > StreamedResponse.Head)
                    await Task.Delay(Pause, http.RequestAborted);
                await http.Response.WriteAsync(one, http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more.
        }
    }

    private static async Task WriteAsync(HttpResponse response, string contentType, byte[] body)
    {
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }
}
