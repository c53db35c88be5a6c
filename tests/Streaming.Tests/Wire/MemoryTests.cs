using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Streaming.Tests.Support;

namespace AgentsMigration.Streaming.Tests.Wire;

[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Deltas = 100_000;

    [Fact]
    public async Task Stream_OfAHundredThousandDeltas_KeepsNoneOfThem()
    {
        using StubWorld world = new(new StubService(
            () => new EndlessDeltas(Deltas), Made.ResponseOf("completed", Made.Item("completed", "a"))));
        using HttpResponseMessage response = await world.Client.OpenAsync(
            $"threads/{StubWorld.Thread}/runs", LegacyClient.RunBody(await world.CreateAssistantAsync()));
        Stream stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        byte[] buffer = new byte[16_384];
        long early = 0;
        long most = 0;
        int lines = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
        {
            int before = lines;
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            if (before / 60_000 == lines / 60_000 && early != 0)
                continue;
            long live = GC.GetTotalMemory(forceFullCollection: true);
            early = early == 0 ? live : early;
            most = Math.Max(most, live - early);
        }

        Assert.InRange(lines / 3, Deltas, Deltas + 20); // an event is three lines
        Assert.InRange(most, 0, 1 << 20);
    }

    /// <summary>Makes each event when it is read.</summary>
    private sealed class EndlessDeltas(int count) : Stream
    {
        private IEnumerator<RecordedEvent> Events { get; } = All(count).GetEnumerator();

        private byte[] _rest = [];
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _rest.Length)
            {
                if (!Events.MoveNext())
                    return 0;
                (_rest, _at) = (StubService.Encode([Events.Current]), 0);
            }
            int length = Math.Min(count, _rest.Length - _at);
            Array.Copy(_rest, _at, buffer, offset, length);
            _at += length;
            return length;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private static IEnumerable<RecordedEvent> All(int count)
        {
            foreach (RecordedEvent e in Made.Beginning)
                yield return e;
            for (int i = 0; i < count; i++)
                yield return Made.Delta(4 + i, "abcde ");
            foreach (RecordedEvent e in Made.Ending(4 + count, "a"))
                yield return e;
        }
    }
}
