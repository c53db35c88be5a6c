using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>Sends every request to another server than the one before. Streams go through as they come.</summary>
internal sealed class AlternatingProxy : IAsyncDisposable
{
    private static readonly string[] Hop = ["Connection", "Transfer-Encoding", "Host"];

    private readonly WebApplication _app;
    private readonly Uri[] _servers;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly int[] _served;
    private int _requests;

    private AlternatingProxy(Uri[] servers)
    {
        _servers = servers;
        _served = new int[servers.Length];
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>How many requests each server has answered.</summary>
    public IReadOnlyList<int> Served => _served;

    public static async Task<AlternatingProxy> StartAsync(params Uri[] servers)
    {
        AlternatingProxy proxy = new(servers);
        await proxy._app.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        int server = Interlocked.Increment(ref _requests) % _servers.Length;
        Interlocked.Increment(ref _served[server]);
        HttpRequest from = context.Request;
        using HttpRequestMessage request = new(new HttpMethod(from.Method), new Uri(_servers[server], from.Path + from.QueryString.Value))
        {
            Content = from.ContentLength is null or 0 && from.Headers.TransferEncoding.Count == 0 ? null : new StreamContent(from.Body),
        };
        foreach ((string name, var values) in from.Headers.Where(header => !Hop.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }
        using HttpResponseMessage response = await _http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach ((string name, IEnumerable<string> values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!Hop.Contains(name))
                context.Response.Headers[name] = values.ToArray();
        }
        await using Stream body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        byte[] buffer = new byte[16_384];
        int read;
        while ((read = await body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
