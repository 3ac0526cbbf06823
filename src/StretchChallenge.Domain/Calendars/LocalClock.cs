namespace StretchChallenge.Domain.Calendars;

/// <summary>
/// What the clock of a time zone shows at an instant, and when it shows the noons and midnights around it. Each is computed
/// once, so that everybody in the zone can be folded with the same clock. Not thread-safe.
/// </summary>
/// <param name="zone">The zone over time.</param>
/// <param name="now">The instant.</param>
public sealed class LocalClock(ZoneTimeline zone, DateTimeOffset now)
{
    private readonly Dictionary<DateOnly, DateTimeOffset> _noons = [];
    private DateTimeOffset? _nextMidnight;

    /// <summary>The instant.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The local date.</summary>
    public DateOnly Today { get; } = zone.DateAt(now);

    /// <summary>The next local midnight.</summary>
    public DateTimeOffset NextMidnight => _nextMidnight ??= zone.NextMidnight(Now);

    /// <summary>The next midnight or change of the stored zone.</summary>
    public DateTimeOffset NextDay => zone.NextChangeAfter(Now) is { } change && change < NextMidnight ? change : NextMidnight;

    /// <summary>The instant at which the local clock first shows 12:00 of the date, or jumps past it.</summary>
    public DateTimeOffset NoonOf(DateOnly date)
    {
        if (!_noons.TryGetValue(date, out var noon))
        {
            noon = zone.NoonOf(date);
            _noons.Add(date, noon);
        }

        return noon;
    }

    /// <summary>The instant at which the date begins.</summary>
    public DateTimeOffset StartOf(DateOnly date) => zone.StartOf(date);
}
