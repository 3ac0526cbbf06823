using Microsoft.Extensions.Time.Testing;

namespace StretchChallenge.Testing;

/// <summary>
/// A clock that a test moves, and that can be corrected as a machine's clock is: it then shows another time, though no time has
/// passed for timers and timestamps.
/// </summary>
public sealed class CorrectableClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan _correction;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _correction;

    /// <inheritdoc />
    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    /// <summary>Corrects the clock by a span, forward or back.</summary>
    public void Correct(TimeSpan by) => _correction += by;
}
