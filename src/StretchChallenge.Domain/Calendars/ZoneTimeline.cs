using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>A change of a person's stored time zone.</summary>
/// <param name="EffectiveAt">The midnight of the old zone at which it takes effect.</param>
/// <param name="ZoneId">The IANA name of the new zone.</param>
/// <param name="Neutralises">Whether the dates that it shortens or skips become neutral; at most one change in 14 days does so.</param>
public readonly record struct ZoneChange(DateTimeOffset EffectiveAt, string ZoneId, bool Neutralises);

/// <summary>
/// A person's stored time zone over time (rule 3): converts instants to local dates and local dates to instants, across
/// changes of the stored zone.
/// </summary>
public sealed class ZoneTimeline : IEquatable<ZoneTimeline>
{
    // More than the largest offset from UTC (+14:00): at this distance every local clock is still behind the wanted time.
    private static readonly TimeSpan SearchMargin = TimeSpan.FromHours(16);

    private readonly TimeZoneInfo _initial;
    private readonly ImmutableArray<TimeZoneInfo> _zones;

    /// <summary>Creates a timeline from the initial zone and its changes, including a pending one.</summary>
    /// <exception cref="TimeZoneNotFoundException">A change names a zone that the system does not know.</exception>
    public ZoneTimeline(TimeZoneInfo initial, IEnumerable<ZoneChange> changes)
    {
        _initial = initial;
        Changes = [.. changes.OrderBy(change => change.EffectiveAt)];
        _zones = [.. Changes.Select(change => TimeZones.Find(change.ZoneId))];
        NeutralDates = [.. NeutralShifts(DateTimeOffset.MaxValue).SelectMany(shift => shift.ShortenedDates())];
    }

    private ZoneTimeline(TimeZoneInfo zone)
    {
        _initial = zone;
        Changes = [];
        _zones = [];
        NeutralDates = [];
    }

    /// <summary>The changes in the order in which they take effect; at most the last one is pending.</summary>
    public ImmutableArray<ZoneChange> Changes { get; }

    /// <summary>The dates that neutralising changes shortened or skipped: off-days when missed, due days when done.</summary>
    public ImmutableHashSet<DateOnly> NeutralDates { get; }

    /// <summary>A timeline whose zone never changes.</summary>
    public static ZoneTimeline Fixed(TimeZoneInfo zone) => new(zone);

    /// <summary>The stored zone at an instant; a change applies from its instant on, inclusively.</summary>
    public TimeZoneInfo ZoneAt(DateTimeOffset instant)
    {
        for (var index = Changes.Length - 1; index >= 0; index--)
        {
            if (Changes[index].EffectiveAt <= instant)
            {
                return _zones[index];
            }
        }

        return _initial;
    }

    /// <summary>The local date at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime + OffsetAt(instant));

    /// <summary>The instant at which the date begins; when its midnight is skipped, the first instant after it.</summary>
    public DateTimeOffset StartOf(DateOnly date) => FirstInstantAt(date, TimeOnly.MinValue);

    /// <summary>The instant at which the local clock first shows 12:00 of the date, or jumps past it.</summary>
    public DateTimeOffset NoonOf(DateOnly date) => FirstInstantAt(date, new TimeOnly(12, 0));

    /// <summary>
    /// The instant at which the local clock first shows a time of the date; where it jumps over that time, the first instant after it.
    /// </summary>
    public DateTimeOffset InstantOf(DateOnly date, TimeOnly time) => FirstInstantAt(date, time);

    /// <summary>The first local midnight after an instant.</summary>
    public DateTimeOffset NextMidnight(DateTimeOffset instant) =>
        LocalTimeResolver.FirstInstantAt(this, DateAt(instant).AddDays(1).ToDateTime(TimeOnly.MinValue), instant);

    /// <summary>When the stored zone changes next, or null.</summary>
    public DateTimeOffset? NextChangeAfter(DateTimeOffset instant)
    {
        foreach (var change in Changes)
        {
            if (change.EffectiveAt > instant)
            {
                return change.EffectiveAt;
            }
        }

        return null;
    }

    /// <summary>
    /// The change that results from choosing a zone now: it takes effect at the next midnight of the current zone, and
    /// neutralises the dates that it shortens or skips, unless another change did so within the last 14 days.
    /// </summary>
    /// <remarks>
    /// A later choice before that midnight replaces it, because it has the same instant; so does choosing the current zone again.
    /// </remarks>
    public ZoneChange PlanChange(TimeZoneInfo zone, DateTimeOffset now)
    {
        var old = ZoneAt(now);
        var shift = new ZoneShift(old, zone, Fixed(old).NextMidnight(now));
        var mayNeutralise = NeutralShifts(now).All(earlier => shift.IsFarEnoughAfter(earlier));
        return new ZoneChange(shift.At, zone.Id, mayNeutralise && shift.ShortenedDates().Any());
    }

    /// <summary>The timeline with a planned change; it replaces all changes at its instant or later.</summary>
    public ZoneTimeline With(ZoneChange change) =>
        new(_initial, Changes.Where(other => other.EffectiveAt < change.EffectiveAt).Append(change));

    /// <summary>Whether both always show the same time.</summary>
    public bool Equals(ZoneTimeline? other) =>
        ReferenceEquals(this, other) || (other is not null && _initial.Equals(other._initial) && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan()));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ZoneTimeline);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_initial.Id, Changes.Length, Changes is [.., var last] ? last : default);

    private TimeSpan OffsetAt(DateTimeOffset instant) => ZoneAt(instant).GetUtcOffset(instant);

    private DateTimeOffset FirstInstantAt(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return LocalTimeResolver.FirstInstantAt(this, local, new DateTimeOffset(local, TimeSpan.Zero) - SearchMargin);
    }

    private IEnumerable<ZoneShift> NeutralShifts(DateTimeOffset until)
    {
        var old = _initial;
        foreach (var (change, zone) in Changes.Zip(_zones).TakeWhile(entry => entry.First.EffectiveAt <= until))
        {
            if (change.Neutralises)
            {
                yield return new ZoneShift(old, zone, change.EffectiveAt);
            }

            old = zone;
        }
    }

    /// <summary>A change from one zone to another at a midnight of the old zone, and the dates it shortens or skips.</summary>
    private readonly record struct ZoneShift(TimeZoneInfo Old, TimeZoneInfo New, DateTimeOffset At)
    {
        private const int MinDaysBetweenNeutral = 14;

        /// <summary>The date that begins in the old zone at this instant.</summary>
        public DateOnly Date => Fixed(Old).DateAt(At);

        /// <summary>The dates of the new zone that had already begun at the change or lie before it: none for a change westwards.</summary>
        public IEnumerable<DateOnly> ShortenedDates()
        {
            var entered = Fixed(New);
            for (var date = Date; date <= entered.DateAt(At) && entered.StartOf(date) < At; date = date.AddDays(1))
            {
                yield return date;
            }
        }

        /// <summary>Whether enough days lie between the two for both to neutralise dates.</summary>
        public bool IsFarEnoughAfter(ZoneShift earlier) => Date.DayNumber - earlier.Date.DayNumber >= MinDaysBetweenNeutral;
    }
}
