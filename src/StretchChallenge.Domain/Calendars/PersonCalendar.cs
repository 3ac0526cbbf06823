using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>One person's calendar in one challenge: which days are due, and until when a missed one may be reported.</summary>
/// <param name="Challenge">The challenge's dates, holidays and default pattern.</param>
/// <param name="Zone">The person's zone over time.</param>
/// <param name="Joined">The first day that can be due; who leaves and comes back keeps it (rule 15).</param>
/// <param name="Pattern">The person's own work pattern, or null for the challenge's.</param>
/// <param name="TimeOff">Days off that the person entered (rule 6).</param>
/// <param name="Neutral">Dates that a change of zone shortened or skipped (rule 3).</param>
/// <param name="Absences">Days between leaving the challenge and coming back; open ones end at <see cref="DateOnly.MaxValue" />.</param>
public sealed record PersonCalendar(
    ChallengeCalendar Challenge,
    ZoneTimeline Zone,
    DateOnly Joined,
    WorkPattern? Pattern,
    ImmutableArray<DateRange> TimeOff,
    ImmutableHashSet<DateOnly> Neutral,
    ImmutableArray<DateRange> Absences)
{
    /// <summary>The calendar of somebody in the challenge from its start, with its pattern and nothing off.</summary>
    public static PersonCalendar For(ChallengeCalendar challenge, ZoneTimeline zone) =>
        new(challenge, zone, challenge.Start, null, [], [], []);

    /// <summary>Whether the person is in the challenge on the date.</summary>
    public bool Covers(DateOnly date) => Joined <= date && Challenge.Contains(date) && !Absences.Cover(date);

    /// <summary>Whether the date is a work day of the person in the challenge, whatever they have off.</summary>
    public bool IsScheduled(DateOnly date) =>
        Covers(date)
        && (Pattern?.On(date) ?? Challenge.WorkDays).Contains(date)
        && !Challenge.Holidays.Contains(date);

    /// <summary>Whether the date is due by the calendar alone: scheduled, neither time off nor neutral (rule 5).</summary>
    public bool IsDueByCalendar(DateOnly date) => IsScheduled(date) && !IsExcused(date);

    /// <summary>Whether the date is due: a scheduled day that is off after all counts once it is done (rules 3 and 6).</summary>
    public bool IsDue(DateOnly date, bool done) => IsScheduled(date) && (done || !IsExcused(date));

    /// <summary>The first day after the date that is due by the calendar alone, or null.</summary>
    public DateOnly? NextDueByCalendar(DateOnly date)
    {
        var first = Later(date.AddDays(1), Later(Joined, Challenge.Start));
        for (var next = first; next <= Challenge.End; next = next.AddDays(1))
        {
            if (IsDueByCalendar(next))
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>The last day before the date that is due by the calendar alone, or null.</summary>
    public DateOnly? LastDueByCalendar(DateOnly before)
    {
        for (var last = Earlier(before.AddDays(-1), Challenge.End); last >= Joined && last >= Challenge.Start; last = last.AddDays(-1))
        {
            if (IsDueByCalendar(last))
            {
                return last;
            }
        }

        return null;
    }

    /// <summary>
    /// The end of the date's grace, itself no longer part of it: 12:00 local on the next day due by the calendar, where
    /// none follows on the next calendar day (rule 5).
    /// </summary>
    public DateTimeOffset GraceEnd(DateOnly date) => Zone.NoonOf(NextDueByCalendar(date) ?? date.AddDays(1));

    private bool IsExcused(DateOnly date) => Neutral.Contains(date) || TimeOff.Cover(date);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
