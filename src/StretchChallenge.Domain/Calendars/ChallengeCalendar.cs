using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>The calendar of one challenge: its 8 weeks, work days, holidays and time zone.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day, included.</param>
/// <param name="Zone">The time zone in which the challenge's team days begin and end.</param>
/// <param name="WorkDays">The weekdays on which the challenge takes place; the default work pattern of its participants.</param>
/// <param name="Holidays">Dates on which nobody is due.</param>
public sealed record ChallengeCalendar(
    DateOnly Start,
    DateOnly End,
    TimeZoneInfo Zone,
    WorkDays WorkDays,
    ImmutableHashSet<DateOnly> Holidays)
{
    /// <summary>The length of a challenge: 56 days (rule 22).</summary>
    public const int LengthInDays = 56;

    /// <summary>The number of days from <see cref="Start" /> to <see cref="End" />.</summary>
    public int Length => End.DayNumber - Start.DayNumber + 1;

    /// <summary>All days of the challenge, in order.</summary>
    public IEnumerable<DateOnly> Dates
    {
        get
        {
            for (var date = Start; date <= End; date = date.AddDays(1))
            {
                yield return date;
            }
        }
    }

    /// <summary>Whether the date is inside the challenge.</summary>
    public bool Contains(DateOnly date) => Start <= date && date <= End;

    /// <summary>All days of the challenge.</summary>
    public DaySet Days => DaySet.Between(DayOf(Start), DayOf(End));

    /// <summary>The team days: the challenge's own work days that are no holidays (rule 16).</summary>
    public DaySet TeamDays => (Days & DaySet.On(WorkDays)).Except(DaysOf(Holidays));

    /// <summary>The number of a date in a <see cref="DaySet" />: the days since the Monday of the challenge's first week.</summary>
    public int DayOf(DateOnly date) => date.DayNumber - IsoWeek.Of(Start).Monday.DayNumber;

    /// <summary>The date of a day's number.</summary>
    public DateOnly DateOf(int day) => IsoWeek.Of(Start).Monday.AddDays(day);

    /// <summary>The set of some dates.</summary>
    public DaySet DaysOf(IEnumerable<DateOnly> dates)
    {
        var days = default(DaySet);
        foreach (var date in dates)
        {
            days |= DaySet.Of(DayOf(date));
        }

        return days;
    }

    /// <summary>The set of the dates of some ranges.</summary>
    public DaySet DaysOf(ImmutableArray<DateRange> ranges)
    {
        var days = default(DaySet);
        foreach (var range in ranges)
        {
            days |= DaySet.Between(DayOf(range.From), DayOf(range.To));
        }

        return days;
    }

    /// <summary>
    /// The last instant before today's midnight in the challenge's zone. A fold as of this instant gives the standing with
    /// which today began. Null when today is outside the challenge.
    /// </summary>
    public DateTimeOffset? EndOfYesterday(DateTimeOffset now) =>
        Contains(ZoneTimeline.Fixed(Zone).DateAt(now)) ? BeforeToday(now) : null;

    /// <summary>The last instant before today's midnight in the challenge's zone, whether or not today is in the challenge.</summary>
    public DateTimeOffset BeforeToday(DateTimeOffset now)
    {
        var zone = ZoneTimeline.Fixed(Zone);
        return zone.StartOf(zone.DateAt(now)).AddTicks(-1);
    }
}
