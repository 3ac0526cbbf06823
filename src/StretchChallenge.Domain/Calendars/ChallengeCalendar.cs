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

    /// <summary>Whether the date is a team day: one of the challenge's own work days and no holiday (rule 16).</summary>
    public bool IsWorkDay(DateOnly date) => Contains(date) && WorkDays.Contains(date) && !Holidays.Contains(date);

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

    /// <summary>The challenge's first work day after the date, or null.</summary>
    public DateOnly? NextWorkDay(DateOnly date)
    {
        for (var next = date < Start ? Start : date.AddDays(1); next <= End; next = next.AddDays(1))
        {
            if (IsWorkDay(next))
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>The challenge's last work day before the date, or null.</summary>
    public DateOnly? LastWorkDay(DateOnly before)
    {
        for (var last = before > End ? End : before.AddDays(-1); last >= Start; last = last.AddDays(-1))
        {
            if (IsWorkDay(last))
            {
                return last;
            }
        }

        return null;
    }
}
