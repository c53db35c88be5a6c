using System.Net;
using System.Net.Sockets;

namespace AgentsMigration.Adapter.Stores.Tests.Postgres;

/// <summary>Stands before the server. Told so, it closes a connection when the server's next answer comes, in place of passing it on.</summary>
internal sealed class AnswerDroppingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private int _drop;

    public AnswerDroppingProxy(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Dropped { get; private set; }

    public void DropNextAnswer() => Interlocked.Exchange(ref _drop, 1);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RelayAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using (client)
        using (TcpClient server = new())
        {
            await server.ConnectAsync(IPAddress.Loopback, _server);
            await Task.WhenAny(
                client.GetStream().CopyToAsync(server.GetStream()),
                AnswerAsync(server.GetStream(), client.GetStream()));
        }
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to)
    {
        byte[] buffer = new byte[65_536];
        int read;
        while ((read = await from.ReadAsync(buffer)) > 0)
        {
            if (Interlocked.Exchange(ref _drop, 0) == 1)
            {
                Dropped++;
                return;
            }
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
