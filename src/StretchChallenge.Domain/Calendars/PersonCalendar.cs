using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>One person's calendar in one challenge: which days are due, and until when a missed day can be reported.</summary>
/// <param name="Challenge">The challenge's dates, holidays and default work pattern.</param>
/// <param name="Zone">The person's time zone over time.</param>
/// <param name="Joined">The first day that can be due. Somebody who leaves and comes back keeps it.</param>
/// <param name="Pattern">The person's own work pattern, or null for the challenge's.</param>
/// <param name="TimeOff">Days off that the person entered; the dates that were done then are left out (rule 6).</param>
/// <param name="Neutral">Dates that a change of the stored zone shortened or skipped.</param>
/// <param name="Absences">Days between leaving the challenge and coming back; an open one ends at <see cref="DateOnly.MaxValue" />.</param>
public sealed record PersonCalendar(
    ChallengeCalendar Challenge,
    ZoneTimeline Zone,
    DateOnly Joined,
    WorkPattern? Pattern,
    ImmutableArray<DateRange> TimeOff,
    ImmutableHashSet<DateOnly> Neutral,
    ImmutableArray<DateRange> Absences)
{
    /// <summary>At noon of this many days after a missed day its grace ends at the latest (rule 5).</summary>
    private const int MaxGraceDays = 7;

    /// <summary>The calendar of a person who joined at the start, follows the challenge's pattern and has no days off.</summary>
    public static PersonCalendar For(ChallengeCalendar challenge, ZoneTimeline zone) =>
        new(challenge, zone, challenge.Start, null, [], [], []);

    /// <summary>Whether the person is in the challenge on the date.</summary>
    public bool Covers(DateOnly date) => Joined <= date && Challenge.Contains(date) && !Absences.ContainsDate(date);

    /// <summary>Whether the date is a work day of the person in the challenge; time off and neutral dates are not considered.</summary>
    public bool IsScheduled(DateOnly date) =>
        Covers(date) && WorkDaysOn(date).Contains(date) && !Challenge.Holidays.Contains(date);

    /// <summary>Whether the date is due by the calendar alone: scheduled, and neither time off nor neutral.</summary>
    public bool IsDueByCalendar(DateOnly date) => IsDue(date, done: false);

    /// <summary>
    /// Whether the date is a due day. A neutral date is an off-day when it is missed and an ordinary due day when it is done
    /// (rule 3); time off is an off-day either way (rule 6).
    /// </summary>
    public bool IsDue(DateOnly date, bool done) => IsDueButForTimeOff(date, done) && !TimeOff.ContainsDate(date);

    /// <summary>Whether time off alone makes the date an off-day.</summary>
    public bool IsLeaveDay(DateOnly date, bool done) => IsDueButForTimeOff(date, done) && TimeOff.ContainsDate(date);

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
    /// The end (exclusive) of the grace in which the date, once missed, can be self-reported: 12:00 local time on the next day
    /// that is due by the calendar alone, at the latest of the 7th day after it, or on the next calendar day when no due day
    /// follows (rule 5).
    /// </summary>
    public DateTimeOffset GraceEnd(DateOnly date) =>
        Zone.NoonOf(Earlier(NextDueByCalendar(date) ?? date.AddDays(1), date.AddDays(MaxGraceDays)));

    private bool IsDueButForTimeOff(DateOnly date, bool done) => IsScheduled(date) && (done || !Neutral.Contains(date));

    // The person's choice among the challenge's work days; all of them where none of the choice is one.
    private WorkDays WorkDaysOn(DateOnly date) =>
        Pattern?.On(date)?.Intersect(Challenge.WorkDays) is { Count: > 0 } chosen ? chosen : Challenge.WorkDays;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>All calendars of one person. A check-in is decided by all of them, because a credit counts in every challenge (rule 1).</summary>
/// <param name="Zone">The person's time zone over time.</param>
/// <param name="Pattern">The person's own work pattern, or null.</param>
/// <param name="Challenges">One calendar for each challenge the person is in.</param>
public sealed record PersonCalendars(ZoneTimeline Zone, WorkPattern? Pattern, ImmutableArray<PersonCalendar> Challenges)
{
    /// <summary>
    /// Until when (exclusive) a run with this date of record is accepted: the latest end of grace among the challenges the
    /// person was in on the date. For a date in no challenge it is 12:00 on the next day of the person's own work pattern,
    /// Monday to Friday by default.
    /// </summary>
    public DateTimeOffset DeliveryDeadline(DateOnly date)
    {
        var ends = Challenges.Where(calendar => calendar.Covers(date)).Select(calendar => calendar.GraceEnd(date)).ToArray();
        return ends.Length > 0 ? ends.Max() : Zone.NoonOf(NextOwnWorkDay(date));
    }

    private DateOnly NextOwnWorkDay(DateOnly date)
    {
        // Two weeks: a pattern that changes at the next Monday is found, and an empty pattern ends the search.
        const int MaxDaysAhead = 14;
        for (var next = date.AddDays(1); next <= date.AddDays(MaxDaysAhead); next = next.AddDays(1))
        {
            if ((Pattern?.On(next) ?? WorkDays.MondayToFriday).Contains(next))
            {
                return next;
            }
        }

        return date.AddDays(1);
    }
}
