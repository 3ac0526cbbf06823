using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Sessions;

/// <summary>A break that recurs at a time of day in the challenge's zone.</summary>
/// <param name="Time">The local time at which it starts.</param>
/// <param name="Weekdays">The weekdays on which it takes place; null for every work day of the challenge.</param>
public readonly record struct BreakSchedule(TimeOnly Time, WorkDays? Weekdays)
{
    /// <summary>How many days ahead the breaks of a schedule are planned: a week.</summary>
    public const int DaysAhead = 7;

    /// <summary>Whether it takes place on a date: a team day of the challenge whose weekday it has.</summary>
    public bool TakesPlaceOn(ChallengeCalendar challenge, DateOnly date) =>
        challenge.Contains(date)
        && challenge.WorkDays.Contains(date)
        && !challenge.Holidays.Contains(date)
        && (Weekdays is not { } weekdays || weekdays.Contains(date));

    /// <summary>
    /// When it starts on a date. A time that the clock shows twice that day counts once, the first time; where the clock jumps over
    /// it, it starts at the instant of the jump.
    /// </summary>
    public DateTimeOffset StartOn(ChallengeCalendar challenge, DateOnly date) => ZoneTimeline.Fixed(challenge.Zone).InstantOf(date, Time);

    /// <summary>The breaks that start after an instant, today's included, up to <see cref="DaysAhead" /> days ahead.</summary>
    public ImmutableArray<Occurrence> OccurrencesAfter(ChallengeCalendar challenge, DateTimeOffset now)
    {
        var today = ZoneTimeline.Fixed(challenge.Zone).DateAt(now);
        var found = ImmutableArray.CreateBuilder<Occurrence>();
        for (var date = today; date <= today.AddDays(DaysAhead); date = date.AddDays(1))
        {
            if (TakesPlaceOn(challenge, date) && StartOn(challenge, date) is var start && start > now)
            {
                found.Add(new Occurrence(date, start));
            }
        }

        return found.DrainToImmutable();
    }
}

/// <summary>One break of a schedule.</summary>
/// <param name="Date">The date in the challenge's zone.</param>
/// <param name="StartsAt">When it starts.</param>
public readonly record struct Occurrence(DateOnly Date, DateTimeOffset StartsAt);
