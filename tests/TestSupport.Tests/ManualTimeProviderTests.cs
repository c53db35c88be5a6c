namespace AgentsMigration.TestSupport.Tests;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Advance_MovesTimeAndTimestamp()
    {
        DateTimeOffset before = _clock.GetUtcNow();
        long timestamp = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(before.AddSeconds(90), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(90), _clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public void Advance_Backwards_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Advance_SeveralTimers_FireInTheOrderTheyAreDueAtTheirOwnTime()
    {
        DateTimeOffset start = _clock.GetUtcNow();
        List<(string, TimeSpan)> fired = [];
        using ITimer late = Timer("late", 3);
        using ITimer early = Timer("early", 1);
        using ITimer tie = Timer("tie", 3);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(
            [("early", TimeSpan.FromSeconds(1)), ("late", TimeSpan.FromSeconds(3)), ("tie", TimeSpan.FromSeconds(3))],
            fired);

        ITimer Timer(string name, int seconds) => _clock.CreateTimer(
            _ => fired.Add((name, _clock.GetUtcNow() - start)),
            null,
            TimeSpan.FromSeconds(seconds),
            Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Advance_NotYetDue_DoesNotFire()
    {
        int fired = 0;
        using ITimer timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(0, fired);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1, fired);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, fired);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOncePerPeriod()
    {
        int fired = 0;
        using ITimer timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(4, fired);
    }

    [Fact]
    public void Advance_TimerMadeByATimer_FiresInTheSameAdvance()
    {
        List<TimeSpan> fired = [];
        DateTimeOffset start = _clock.GetUtcNow();
        using ITimer first = _clock.CreateTimer(
            _ =>
            {
                fired.Add(_clock.GetUtcNow() - start);
                _clock.CreateTimer(
                    _ => fired.Add(_clock.GetUtcNow() - start), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            },
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], fired);
    }

    [Fact]
    public void CreateTimer_DueAtOnce_FiresWithoutAdvance()
    {
        int fired = 0;
        using ITimer timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        Assert.Equal(1, fired);
    }

    [Fact]
    public void Dispose_WaitingTimer_NeverFires()
    {
        int fired = 0;
        ITimer timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        Assert.Equal(1, _clock.WaitingTimers);
        timer.Dispose();
        Assert.Equal(0, _clock.WaitingTimers);
        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, fired);
    }

    [Fact]
    public async Task Delay_OnThisClock_EndsWhenItIsAdvanced()
    {
        Task delay = Task.Delay(TimeSpan.FromMinutes(10), _clock, TestContext.Current.CancellationToken);
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await delay;
    }

    [Fact]
    public async Task CancelAfter_OnThisClock_CancelsWhenItIsAdvanced()
    {
        using CancellationTokenSource source = new(TimeSpan.FromMinutes(1), _clock);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(source.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Task.Delay(Timeout.InfiniteTimeSpan, _clock, source.Token));
    }
}
