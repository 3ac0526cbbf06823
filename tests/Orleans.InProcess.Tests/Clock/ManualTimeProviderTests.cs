using StretchChallenge.Testing;

namespace Orleans.InProcess.Tests.Clock;

/// <summary>The clock that tests move by hand.</summary>
public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Advance_MovesTimeAndTimestamps()
    {
        var start = _clock.GetUtcNow();
        var timestamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(start.AddSeconds(90), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(90), _clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public void SetUtcNow_ToThePast_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => _clock.SetUtcNow(_clock.GetUtcNow().AddTicks(-1)));

    [Fact]
    public void Timer_FiresOnceWhenDue()
    {
        using var timer = Start("a", dueSeconds: 10);

        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(_fired);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(100));

        Assert.Equal(["a 10"], _fired);
    }

    [Fact]
    public void Timers_FireInTheOrderInWhichTheyFallDue()
    {
        using var third = Start("c", dueSeconds: 30);
        using var periodic = Start("p", dueSeconds: 10, periodSeconds: 10);
        using var first = Start("a", dueSeconds: 10);

        _clock.Advance(TimeSpan.FromSeconds(35));

        Assert.Equal(["p 10", "a 10", "p 20", "c 30", "p 30"], _fired);
    }

    [Fact]
    public void Timer_DueAtOnce_FiresOnTheNextMove()
    {
        using var timer = Start("a", dueSeconds: 0);

        _clock.Advance(TimeSpan.Zero);

        Assert.Equal(["a 0"], _fired);
    }

    [Fact]
    public void ChangedTimer_FollowsTheNewTimes()
    {
        using var timer = Start("a", dueSeconds: 10);
        Assert.True(timer.Change(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5)));

        _clock.Advance(TimeSpan.FromSeconds(26));

        Assert.Equal(["a 20", "a 25"], _fired);
    }

    [Fact]
    public void DisposedTimer_DoesNotFire()
    {
        var timer = Start("a", dueSeconds: 10);
        Assert.Equal(1, _clock.PendingTimers);
        timer.Dispose();

        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Empty(_fired);
        Assert.Equal(0, _clock.PendingTimers);
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
    }

    [Fact]
    public async Task Delay_CompletesWhenDue()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _clock);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await delay;
    }

    [Fact]
    public void Advance_FromATimer_Throws()
    {
        Exception? thrown = null;
        using var timer = _clock.CreateTimer(
            _ => thrown = Record.Exception(() => _clock.Advance(TimeSpan.FromSeconds(1))),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<InvalidOperationException>(thrown);
    }

    private ITimer Start(string name, int dueSeconds, int periodSeconds = -1)
    {
        var start = _clock.GetUtcNow();
        return _clock.CreateTimer(
            _ => _fired.Add($"{name} {(_clock.GetUtcNow() - start).TotalSeconds}"),
            null,
            TimeSpan.FromSeconds(dueSeconds),
            periodSeconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(periodSeconds));
    }
}
