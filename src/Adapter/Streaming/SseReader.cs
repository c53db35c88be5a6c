namespace AgentsMigration.Adapter.Streaming;

/// <summary>
/// Server-sent events out of a byte stream. It works on bytes and cuts at line ends only, so that chunks may end anywhere,
/// inside a character too. Only data is of interest: v2 repeats the event's name in it.
/// </summary>
internal sealed class SseReader(Stream stream)
{
    private const int InitialSize = 4 * 1024;

    /// <summary>What a stream may grow to that fills its buffer at every read, and be left with.</summary>
    private const int UsualSize = 64 * 1024;

    private byte[] _buffer = new byte[InitialSize];
    private byte[] _data = new byte[1024];
    private int _start;
    private int _end;
    private int _scanned;
    private int _dataLength;
    private bool _hasData;
    private bool _delivered;
    private bool _afterReturn;
    private bool _begun;

    /// <summary>The data of the event that <see cref="TryRead"/> has found, until it is called again.</summary>
    public ReadOnlySpan<byte> Data => _data.AsSpan(0, _dataLength);

    /// <summary>Finds the next event in the bytes at hand; false where more are needed.</summary>
    public bool TryRead()
    {
        if (_delivered)
            Forget();
        while (TryReadLine(out ReadOnlySpan<byte> line))
        {
            if (line.Length > 0)
                AddField(line);
            else if (_hasData)
                return _delivered = true;
        }
        return false;
    }

    /// <summary>Waits for more bytes; false at the end of the stream. What an event has of lines by then is not an event.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
#if NETSTANDARD2_0
        int read = await stream.ReadAsync(_buffer, _end, _buffer.Length - _end, cancellationToken).ConfigureAwait(false);
#else
        int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
#endif
        _end += read;
        return read > 0;
    }

    private void Forget()
    {
        _delivered = _hasData = false;
        _dataLength = 0;
        // One large event, such as an image's, does not cost its size for the rest of the stream.
        if (_data.Length > UsualSize)
            _data = new byte[InitialSize];
    }

    private void MakeRoom()
    {
        bool wasFull = _end == _buffer.Length;
        if (_start == _end)
        {
            _start = _end = _scanned = 0;
            if (_buffer.Length > 4 * UsualSize)
                _buffer = new byte[InitialSize];
            else if (wasFull && _buffer.Length < UsualSize)
                _buffer = new byte[_buffer.Length * 2];
        }
        if (_end < _buffer.Length)
            return;

        byte[] target = _start > 0 && _buffer.Length >= UsualSize ? _buffer : new byte[_buffer.Length * 2];
        Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
        (_buffer, _end, _scanned, _start) = (target, _end - _start, _scanned - _start, 0);
    }

    private bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        line = default;
        if (_afterReturn && _start < _end)
        {
            if (_buffer[_start] == (byte)'\n')
                _scanned = ++_start;
            _afterReturn = false;
        }
        int length = _buffer.AsSpan(_scanned, _end - _scanned).IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0)
        {
            _scanned = _end;
            return false;
        }
        int at = _scanned + length;
        line = _buffer.AsSpan(_start, at - _start);
        _afterReturn = _buffer[at] == (byte)'\r';
        _start = _scanned = at + 1;
        if (!_begun && line.StartsWith("\uFEFF"u8))
            line = line.Slice(3);
        _begun = true;
        return true;
    }

    private void AddField(ReadOnlySpan<byte> line)
    {
        if (line[0] != (byte)'d' || !line.StartsWith("data"u8) || (line.Length > 4 && line[4] != (byte)':'))
            return;
        ReadOnlySpan<byte> value = line.Length > 5 ? line.Slice(line[5] == (byte)' ' ? 6 : 5) : default;
        int separator = _hasData ? 1 : 0;
        int length = _dataLength + separator + value.Length;
        if (length > _data.Length)
            Array.Resize(ref _data, Math.Max(length, _data.Length * 2));
        if (_hasData)
            _data[_dataLength] = (byte)'\n';
        value.CopyTo(_data.AsSpan(_dataLength + separator));
        (_dataLength, _hasData) = (length, true);
    }
}
