using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>All calendars of one person: what a check-in is judged by, because a credit counts in every challenge (rule 1).</summary>
/// <param name="Zone">The person's zone over time.</param>
/// <param name="Pattern">The person's own work pattern, if any.</param>
/// <param name="Challenges">One calendar for each challenge the person is in.</param>
public sealed record PersonCalendars(ZoneTimeline Zone, WorkPattern? Pattern, ImmutableArray<PersonCalendar> Challenges)
{
    /// <summary>
    /// Until when something done on the date may still be delivered, itself no longer part of it: the latest end of
    /// grace among the challenges that the person was in that day, or in none by their own pattern (Monday to Friday by default).
    /// </summary>
    public DateTimeOffset DeliveryEnd(DateOnly date)
    {
        var ends = Challenges.Where(calendar => calendar.Covers(date)).Select(calendar => calendar.GraceEnd(date)).ToArray();
        return ends.Length > 0 ? ends.Max() : Zone.NoonOf(NextOwnWorkDay(date));
    }

    private DateOnly NextOwnWorkDay(DateOnly date)
    {
        const int FurthestAhead = 14;
        for (var next = date.AddDays(1); next <= date.AddDays(FurthestAhead); next = next.AddDays(1))
        {
            if ((Pattern?.On(next) ?? WorkDays.MondayToFriday).Contains(next))
            {
                return next;
            }
        }

        return date.AddDays(1);
    }
}
