using System.Net;
using System.Runtime.CompilerServices;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>Passes a streamed body on as it comes and reports all of it when the reader is done.</summary>
internal sealed class CopiedStreamContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Action<byte[]> _ended;

    public CopiedStreamContent(HttpContent inner, Action<byte[]> ended)
    {
        _inner = inner;
        _ended = ended;
        foreach (KeyValuePair<string, IEnumerable<string>> header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() =>
        new CopyingStream(await _inner.ReadAsStreamAsync().ConfigureAwait(false), _ended);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new CopyingStream(_inner.ReadAsStream(cancellationToken), _ended);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Stream source = await CreateContentReadStreamAsync().ConfigureAwait(false);
        await using ConfiguredAsyncDisposable disposing = source.ConfigureAwait(false);
        await source.CopyToAsync(stream).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class CopyingStream(Stream inner, Action<byte[]> report) : Stream
    {
        private readonly MemoryStream _copy = new();
        private bool _reported;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Keep(buffer.Span[..read], ended: read == 0 && !buffer.IsEmpty);
            return read;
        }

        public override Task<int> ReadAsync(
            byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = inner.Read(buffer, offset, count);
            Keep(buffer.AsSpan(offset, read), ended: read == 0 && count > 0);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Report();
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private void Keep(ReadOnlySpan<byte> read, bool ended)
        {
            _copy.Write(read);
            if (ended)
            {
                Report();
            }
        }

        private void Report()
        {
            if (!_reported)
            {
                _reported = true;
                report(_copy.ToArray());
            }
        }
    }
}
