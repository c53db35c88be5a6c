using System.Net;
using System.Text;

namespace AgentsMigration.Tool.Tests.Doctor;

/// <summary>A server that is not, or not quite, the service: says the same to everybody, or what a path asks for.</summary>
internal sealed class BrokenServer : IDisposable
{
    private readonly HttpListener _listener = new();

    private BrokenServer(int port, int status, string contentType, string body, string? region)
    {
        Endpoint = new Uri($"http://127.0.0.1:{port}");
        _listener.Prefixes.Add(Endpoint.ToString());
        _listener.Start();
        _ = ServeAsync(status, contentType, body, region);
    }

    public Uri Endpoint { get; }

    public static BrokenServer Start(int status, string body, string contentType = "application/json", string? region = null)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new BrokenServer(Random.Shared.Next(20_000, 60_000), status, contentType, body, region);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Taken: another one.
            }
        }
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync(int status, string contentType, string body, string? region)
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                context.Response.StatusCode = status;
                context.Response.ContentType = contentType;
                if (region is not null)
                    context.Response.Headers["x-ms-region"] = region;
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                context.Response.Close();
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
