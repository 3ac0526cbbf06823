using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>A person's stored zone over time: it gives every instant its local date, and every date its instants.</summary>
public sealed class ZoneTimeline
{
    // No zone is further ahead of UTC: where a search for a local time may safely begin.
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromHours(16);

    private readonly TimeZoneInfo _initial;
    private readonly ImmutableArray<TimeZoneInfo> _zones;

    /// <summary>The zone at first and the changes since, pending ones included.</summary>
    /// <exception cref="TimeZoneNotFoundException">A change names a zone that is not known here.</exception>
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

    /// <summary>The changes, in the order in which they take effect; at most the last one is pending.</summary>
    public ImmutableArray<ZoneChange> Changes { get; }

    /// <summary>The dates shortened or skipped by the changes that neutralise (rule 3).</summary>
    public ImmutableHashSet<DateOnly> NeutralDates { get; }

    /// <summary>One zone for all time.</summary>
    public static ZoneTimeline Fixed(TimeZoneInfo zone) => new(zone);

    /// <summary>The stored zone at an instant; a change holds from its very instant on.</summary>
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

    /// <summary>The local calendar date at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime + OffsetAt(instant));

    /// <summary>The instant at which the date begins; where its midnight is skipped, the first instant after.</summary>
    public DateTimeOffset StartOf(DateOnly date) => FirstAt(date, TimeOnly.MinValue);

    /// <summary>The instant at which the local clock first reaches 12:00 of the date, or passes it where it is skipped.</summary>
    public DateTimeOffset NoonOf(DateOnly date) => FirstAt(date, new TimeOnly(12, 0));

    /// <summary>The next local midnight after an instant: when its date's tomorrow begins.</summary>
    public DateTimeOffset NextMidnight(DateTimeOffset instant) =>
        LocalClock.FirstAt(this, DateAt(instant).AddDays(1).ToDateTime(TimeOnly.MinValue), instant);

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
    /// The change that a new zone brings: at the next midnight of the old one, neutralising the dates that it shortens
    /// or skips unless another change did so in the last 14 days (rule 3).
    /// </summary>
    /// <remarks>Until it takes effect, another wish replaces it: its instant is the same. Going back to the old zone too.</remarks>
    public ZoneChange PlanChange(TimeZoneInfo zone, DateTimeOffset now)
    {
        var old = ZoneAt(now);
        var shift = new ZoneShift(old, zone, Fixed(old).NextMidnight(now));
        var free = NeutralShifts(now).All(earlier => shift.MayFollow(earlier));
        return new ZoneChange(shift.At, zone.Id, free && shift.ShortenedDates().Any());
    }

    /// <summary>The timeline with a planned change, in place of any that would take effect then or later.</summary>
    public ZoneTimeline With(ZoneChange change) =>
        new(_initial, Changes.Where(other => other.EffectiveAt < change.EffectiveAt).Append(change));

    internal TimeSpan OffsetAt(DateTimeOffset instant) => ZoneAt(instant).GetUtcOffset(instant);

    private DateTimeOffset FirstAt(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return LocalClock.FirstAt(this, local, new DateTimeOffset(local, TimeSpan.Zero) - FurthestAhead);
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
}
