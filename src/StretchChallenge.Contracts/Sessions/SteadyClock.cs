namespace StretchChallenge.Contracts.Sessions;

/// <summary>
/// The machine's clock as it was read last, and the time that has passed since: a correction of the machine's clock does not
/// move it. Thread-safe.
/// </summary>
public sealed class SteadyClock
{
    private readonly TimeProvider _time;
    private volatile Reading _reading;

    /// <summary>Reads the machine's clock.</summary>
    public SteadyClock(TimeProvider time)
    {
        _time = time;
        _reading = new Reading(time.GetUtcNow(), time.GetTimestamp());
    }

    /// <summary>The time by this clock.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var reading = _reading;
            return reading.At + _time.GetElapsedTime(reading.Timestamp);
        }
    }

    /// <summary>The same in milliseconds since 1970-01-01 UTC, with fractions.</summary>
    public double NowMs => (Now - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    /// <summary>Reads the machine's clock again, but never goes behind an instant.</summary>
    /// <param name="earliest">Unix milliseconds.</param>
    public void Synchronise(long earliest = 0)
    {
        var (now, least) = (_time.GetUtcNow(), DateTimeOffset.FromUnixTimeMilliseconds(earliest));
        _reading = new Reading(now > least ? now : least, _time.GetTimestamp());
    }

    private sealed record Reading(DateTimeOffset At, long Timestamp);
}
