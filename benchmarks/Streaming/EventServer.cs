using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AgentsMigration.Benchmarks.Streaming;

/// <summary>Streams one response over HTTP, in writes of so many events, with nothing to compute in between.</summary>
internal sealed class EventServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<byte[]> _writes;

    private readonly TimeSpan _pause;

    /// <param name="deltas">How many the response has.</param>
    /// <param name="perWrite">How many events go into one write, after the first.</param>
    /// <param name="pause">How long the second write waits.</param>
    public EventServer(int deltas, int perWrite, TimeSpan pause = default)
    {
        _pause = pause;
        _writes = Encode(deltas, perWrite);
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/v1");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync());
        }
        catch (SocketException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        using NetworkStream stream = new(socket, ownsSocket: true);
        byte[] buffer = new byte[64 * 1024];
        while (await ReadRequestAsync(stream, buffer))
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
            for (int i = 0; i < _writes.Count; i++)
            {
                if (i == 1 && _pause > TimeSpan.Zero)
                    await Task.Delay(_pause);
                await stream.WriteAsync(_writes[i]);
            }
        }
    }

    /// <summary>The requests are small and come one at a time.</summary>
    private static async Task<bool> ReadRequestAsync(NetworkStream stream, byte[] buffer)
    {
        int length = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
                return false;
            length += read;
            string text = Encoding.ASCII.GetString(buffer, 0, length);
            int head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            int named = text.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            if (head < 0 || named < 0)
                continue;
            int body = int.Parse(text.AsSpan(named + 16, text.IndexOf('\r', named) - named - 16));
            if (length >= head + 4 + body)
                return true;
        }
    }

    private static List<byte[]> Encode(int deltas, int perWrite)
    {
        string[] events = [.. StreamedResponse.EventsOf(deltas)];
        List<byte[]> writes = [];
        // The first event alone: it is timed by itself.
        int at = 0;
        while (at < events.Length)
        {
            int count = at == 0 ? 1 : Math.Min(perWrite, events.Length - at);
            byte[] body = Encoding.UTF8.GetBytes(string.Concat(events.AsSpan(at, count)));
            writes.Add([.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n"u8]);
            at += count;
        }
        writes.Add("0\r\n\r\n"u8.ToArray());
        return writes;
    }
}
