namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>A clock that goes as the system's does, on another date: timers and durations are real.</summary>
internal sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private TimeSpan _shift = start - System.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    /// <summary>Goes to the same time on the next day.</summary>
    public void NextDay() => _shift += TimeSpan.FromDays(1);
}
