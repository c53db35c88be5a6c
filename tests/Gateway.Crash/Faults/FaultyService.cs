using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AgentsMigration.Gateway.Crash.Faults;

internal enum Fault
{
    None,
    TooManyRequests,
    ServerError,
    Reset,
    Stall,
    Truncated,
}

/// <summary>Stands before the service, and is at fault in one call of ten in each of five ways.</summary>
internal sealed class FaultyService : IAsyncDisposable
{
    private const double Rate = 0.1;

    private static readonly string[] Hop = ["Connection", "Transfer-Encoding", "Host"];

    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Uri _service;
    private readonly TimeSpan _stall;
    private readonly Tally _tally;
    private readonly Journal _journal;
    private readonly Random _random;
    private volatile bool _isWell;

    private FaultyService(Uri service, TimeSpan stall, Tally tally, Journal journal, int seed)
    {
        (_service, _stall, _tally, _journal, _random) = (service, stall, tally, journal, new Random(seed));
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(new Uri(_app.Urls.First()), _service.AbsolutePath);

    public static async Task<FaultyService> StartAsync(
        Uri service, TimeSpan stall, Tally tally, Journal journal, int seed, CancellationToken cancellationToken)
    {
        FaultyService faulty = new(service, stall, tally, journal, seed);
        await faulty._app.StartAsync(cancellationToken);
        return faulty;
    }

    /// <summary>No more faults.</summary>
    public void Recover() => _isWell = true;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        (Fault fault, bool isDone) = Draw();
        _tally.Add($"upstream: {(fault == Fault.None ? "answered" : fault)}");
        string call = await DescribeAsync(context.Request);
        _journal.Write($"{call}: {fault}{(isDone && fault is Fault.ServerError or Fault.Reset ? ", but done" : "")}");
        try
        {
            if (fault is Fault.ServerError or Fault.Reset && isDone)
                await ForwardAsync(context, call, Fault.None, discard: true);
            switch (fault)
            {
                case Fault.TooManyRequests:
                    await RefuseAsync(context, 429, """{"error":{"message":"Rate limit reached.","type":"requests","param":null,"code":"rate_limit_exceeded"}}""");
                    break;
                case Fault.ServerError:
                    await RefuseAsync(context, 500, "<html>Internal Server Error</html>");
                    break;
                case Fault.Reset:
                    context.Abort();
                    break;
                case Fault.Stall:
                    await Task.Delay(_stall, context.RequestAborted);
                    await ForwardAsync(context, call, fault, discard: false);
                    break;
                default:
                    await ForwardAsync(context, call, fault, discard: false);
                    break;
            }
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException)
        {
            _journal.Write($"{call}: nobody listens any more");
            context.Abort();
        }
    }

    private (Fault Fault, bool IsDone) Draw()
    {
        if (_isWell)
            return (Fault.None, false);
        lock (_random)
        {
            int drawn = 1 + (int)(_random.NextDouble() / Rate);
            return (drawn <= (int)Fault.Truncated ? (Fault)drawn : Fault.None, _random.Next(2) == 0);
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The call, with the body of one that makes a response: it names the conversation.</summary>
    private static async Task<string> DescribeAsync(HttpRequest request)
    {
        string call = $"{request.Method} {request.Path}{request.QueryString}";
        if (request.Method != "POST" || request.Path.Value?.EndsWith("/responses", StringComparison.Ordinal) != true)
            return call;
        MemoryStream body = new();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        body.Position = 0;
        request.Body = body;
        return $"{call} {JsonElement.Parse(body.ToArray()).GetProperty("conversation")}";
    }

    private async Task ForwardAsync(HttpContext context, string call, Fault fault, bool discard)
    {
        using HttpRequestMessage request = new(
            new HttpMethod(context.Request.Method), new Uri(_service, context.Request.Path + context.Request.QueryString.Value))
        {
            Content = context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0
                ? new StreamContent(context.Request.Body)
                : null,
        };
        foreach ((string name, var values) in context.Request.Headers.Where(header => !Hop.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }
        using HttpResponseMessage response = await _http.SendAsync(request, context.RequestAborted);
        _journal.Write($"{call}: {(int)response.StatusCode}");
        if (discard)
            return;
        context.Response.StatusCode = (int)response.StatusCode;
        foreach ((string name, IEnumerable<string> values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!Hop.Contains(name))
                context.Response.Headers[name] = values.ToArray();
        }
        await CopyAsync(response, context, fault);
    }

    private async Task CopyAsync(HttpResponseMessage response, HttpContext context, Fault fault)
    {
        long left = fault != Fault.Truncated ? long.MaxValue : (response.Content.Headers.ContentLength ?? _random.Next(4000)) / 2;
        await using Stream body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        byte[] buffer = new byte[16_384];
        int read;
        while ((read = await body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, left)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if ((left -= read) <= 0)
                break;
        }
        if (fault == Fault.Truncated)
            context.Abort();
    }
}
