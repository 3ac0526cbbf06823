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
    /// <summary>The calendar of a person who joined at the start, follows the challenge's pattern and has no days off.</summary>
    public static PersonCalendar For(ChallengeCalendar challenge, ZoneTimeline zone) =>
        new(challenge, zone, challenge.Start, null, [], [], []);

    /// <summary>Whether the person is in the challenge on the date.</summary>
    public bool Covers(DateOnly date) => Joined <= date && Challenge.Contains(date) && !Absences.ContainsDate(date);

    /// <summary>The calendar as sets of days.</summary>
    public CalendarDays Days => new(Scheduled, Challenge.DaysOf(TimeOff), Challenge.DaysOf(Neutral));

    /// <summary>
    /// The end (exclusive) of the grace in which the date, once missed, can be self-reported: 12:00 local time on
    /// <see cref="CalendarDays.GraceEndDay" />.
    /// </summary>
    public DateTimeOffset GraceEnd(DateOnly date) => Zone.NoonOf(Challenge.DateOf(Days.GraceEndDay(Challenge.DayOf(date))));

    private DaySet Scheduled
    {
        get
        {
            var days = DaySet.On(Challenge.WorkDays);
            foreach (var change in Pattern?.Changes ?? [])
            {
                var since = DaySet.From(Challenge.DayOf(change.From));
                days = days.Except(since) | (DaySet.On(Chosen(change.WorkDays)) & since);
            }

            var present = Challenge.Days & DaySet.From(Challenge.DayOf(Joined));
            return (days & present).Except(Challenge.DaysOf(Absences) | Challenge.DaysOf(Challenge.Holidays));
        }
    }

    // The person's choice among the challenge's work days; all of them where none of the choice is one.
    private WorkDays Chosen(WorkDays own) => own.Intersect(Challenge.WorkDays) is { Count: > 0 } chosen ? chosen : Challenge.WorkDays;
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
