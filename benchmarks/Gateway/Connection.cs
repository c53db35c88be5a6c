using System.Net.Sockets;
using System.Text;

namespace AgentsMigration.Benchmarks.Gateway;

/// <summary>
/// One connection that sends ready bytes and reads an answer's length: on a machine that all processes share, a whole HTTP
/// client would cost as much as what it measures.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];

    private Connection()
    {
    }

    public static async Task<Connection> OpenAsync(Uri server, CancellationToken cancellationToken)
    {
        Connection connection = new();
        await connection._socket.ConnectAsync(server.Host, server.Port, cancellationToken);
        return connection;
    }

    /// <summary>Sends the request and reads the whole answer, which has a length; anything but 200 throws.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(byte[] request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        int read = 0;
        int body = -1;
        int end = int.MaxValue;
        while (read < end)
        {
            read += await ReceiveAsync(_buffer.AsMemory(read), cancellationToken);
            if (body < 0 && _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is >= 0 and var head)
            {
                body = head + 4;
                end = body + ReadLength(_buffer.AsSpan(0, body));
            }
        }
        return _buffer.AsMemory(body, end - body);
    }

    /// <summary>Sends the request and reads on until the text has come.</summary>
    public async Task ReadUntilAsync(byte[] request, byte[] text, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        int read = 0;
        while (_buffer.AsSpan(0, read).IndexOf(text) < 0)
            read += await ReceiveAsync(_buffer.AsMemory(read), cancellationToken);
    }

    /// <summary>Reads what comes and forgets it; how many bytes there were.</summary>
    public async Task<int> ReceiveAsync(CancellationToken cancellationToken) => await ReceiveAsync(_buffer, cancellationToken);

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        await _socket.ReceiveAsync(buffer, cancellationToken) is > 0 and var read
            ? read
            : throw new IOException("The server closed the connection.");

    private static int ReadLength(ReadOnlySpan<byte> head)
    {
        string text = Encoding.ASCII.GetString(head);
        const string name = "\r\nContent-Length: ";
        int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !text.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
            throw new IOException($"Not the answer that was expected: {text}");
        ReadOnlySpan<char> rest = text.AsSpan(at + name.Length);
        return int.Parse(rest[..rest.IndexOf('\r')]);
    }
}
