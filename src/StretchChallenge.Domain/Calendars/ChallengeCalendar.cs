using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>The dates of one challenge: 8 weeks, its work days, its holidays, its own zone.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day, included.</param>
/// <param name="Zone">The challenge's zone, in which its team days are judged (rule 17).</param>
/// <param name="WorkDays">The challenge's work pattern, also the default of its participants.</param>
/// <param name="Holidays">Dates on which nobody is due.</param>
public sealed record ChallengeCalendar(
    DateOnly Start,
    DateOnly End,
    TimeZoneInfo Zone,
    WorkDays WorkDays,
    ImmutableHashSet<DateOnly> Holidays)
{
    /// <summary>The length of a challenge in days (rule 22).</summary>
    public const int LengthInDays = 56;

    /// <summary>How many days it has.</summary>
    public int Length => End.DayNumber - Start.DayNumber + 1;

    /// <summary>Its days, in order.</summary>
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

    /// <summary>Whether the date lies inside the challenge.</summary>
    public bool Contains(DateOnly date) => Start <= date && date <= End;

    /// <summary>Whether the date is one of the challenge's own work days, a team day (rule 16).</summary>
    public bool IsWorkDay(DateOnly date) => Contains(date) && WorkDays.Contains(date) && !Holidays.Contains(date);

    /// <summary>
    /// The last instant before today, in the challenge's zone: what a fold stopped there gives is how the day began. Null
    /// where today is no day of the challenge.
    /// </summary>
    public DateTimeOffset? EveAt(DateTimeOffset now)
    {
        var zone = ZoneTimeline.Fixed(Zone);
        var today = zone.DateAt(now);
        return Contains(today) ? zone.StartOf(today).AddTicks(-1) : null;
    }

    /// <summary>The challenge's next work day after the date, or null.</summary>
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
