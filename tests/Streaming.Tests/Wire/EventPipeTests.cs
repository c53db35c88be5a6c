using AgentsMigration.Adapter.Streaming;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Streaming.Tests.Wire;

public sealed class EventPipeTests
{
    private static readonly byte[] Large = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_MoreThanItHolds_WaitsForTheReaderAndKeepsTheOrder()
    {
        EventPipe pipe = new(TimeProvider.System, Patience);
        Task written = pipe.WriteAsync(Large, Token).AsTask();
        Assert.False(written.IsCompleted);

        MemoryStream read = new();
        byte[] buffer = new byte[999];
        while (read.Length < Large.Length)
            read.Write(buffer, 0, await pipe.ReadAsync(buffer, Token));

        await written;
        Assert.Equal(Large, read.ToArray());
    }

    /// <summary>It grows with what is in it around its end.</summary>
    [Fact]
    public async Task Write_MoreThanItHasGrownTo_KeepsTheOrder()
    {
        EventPipe pipe = new(TimeProvider.System, Patience);
        byte[] read = new byte[20_000];
        await pipe.WriteAsync(Large.AsMemory(0, 4_000), Token);
        Assert.Equal(3_000, await pipe.ReadAsync(read.AsMemory(0, 3_000), Token));
        await pipe.WriteAsync(Large.AsMemory(4_000, 2_000), Token);
        await pipe.WriteAsync(Large.AsMemory(6_000, 14_000), Token);

        Assert.Equal(17_000, await pipe.ReadAsync(read.AsMemory(3_000), Token));

        Assert.Equal(Large[..20_000], read);
    }

    [Fact]
    public async Task Write_ReaderGoes_NoLongerWaits()
    {
        EventPipe pipe = new(TimeProvider.System, Patience);
        EventPipeStream reader = new(pipe);
        Task written = pipe.WriteAsync(Large, Token).AsTask();

        await reader.DisposeAsync();

        await written;
        await pipe.WriteAsync(Large, Token);
        Assert.True(pipe.ReaderGone);
    }

    [Fact]
    public async Task Write_ReaderStandsStill_IsTakenForGone()
    {
        ManualTimeProvider time = new();
        EventPipe pipe = new(time, Patience);
        Task written = pipe.WriteAsync(Large, Token).AsTask();
        Assert.Equal(1, time.WaitingTimers);

        time.Advance(Patience);

        await written;
        Assert.True(pipe.ReaderGone);
    }

    [Fact]
    public async Task Read_AfterTheEnd_GivesWhatIsLeftAndThenTheEnd()
    {
        EventPipe pipe = new(TimeProvider.System, Patience);
        await pipe.WriteAsync("abc"u8.ToArray(), Token);
        pipe.Complete();

        using StreamReader reader = new(new EventPipeStream(pipe));

        Assert.Equal("abc", await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task Read_NothingThere_CanBeCancelled()
    {
        EventPipe pipe = new(TimeProvider.System, Patience);
        using CancellationTokenSource impatient = new();
        Task<int> read = pipe.ReadAsync(new byte[8], impatient.Token).AsTask();

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await pipe.WriteAsync("abc"u8.ToArray(), Token);
        Assert.Equal(3, await pipe.ReadAsync(new byte[8], Token));
    }
}
