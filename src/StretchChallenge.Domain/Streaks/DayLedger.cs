using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>How a day was done (rules 11 to 13).</summary>
public enum CreditKind
{
    /// <summary>A guided run, completed.</summary>
    Guided,

    /// <summary>A live group session.</summary>
    Live,

    /// <summary>Reported afterwards.</summary>
    SelfReported,
}

/// <summary>The credit of one day; there is at most one per person and date (rule 1).</summary>
/// <param name="Date">The date of record.</param>
/// <param name="Kind">How the day was done.</param>
/// <param name="MadeAt">When the credit was recorded.</param>
public readonly record struct Credit(DateOnly Date, CreditKind Kind, DateTimeOffset MadeAt);

/// <summary>The dates on which a person has a credit. Every streak is derived from it.</summary>
/// <param name="Done">Every date of record with a credit.</param>
/// <param name="SelfReported">Those of <paramref name="Done" /> that were self-reported.</param>
public sealed record DayLedger(ImmutableHashSet<DateOnly> Done, ImmutableHashSet<DateOnly> SelfReported)
{
    /// <summary>A ledger without credits.</summary>
    public static DayLedger Empty { get; } = new([], []);

    /// <summary>The ledger with a credit; a date that has a credit already keeps it.</summary>
    public DayLedger With(DateOnly date, CreditKind kind)
    {
        if (Done.Contains(date))
        {
            return this;
        }

        return new DayLedger(Done.Add(date), kind == CreditKind.SelfReported ? SelfReported.Add(date) : SelfReported);
    }

    /// <summary>The ledger without the date's credit.</summary>
    public DayLedger Without(DateOnly date) => new(Done.Remove(date), SelfReported.Remove(date));

    /// <summary>
    /// The ledger as corrected by organisers of a challenge (rule 22): a day made done is like a guided one, a day made undone
    /// like one that never was. A day that was done already keeps how.
    /// </summary>
    public DayLedger Corrected(IEnumerable<DayCorrection> corrections) => corrections.Aggregate(
        this, (ledger, day) => day.Done ? ledger.With(day.Date, CreditKind.Guided) : ledger.Without(day.Date));

    /// <summary>The credits that count in a challenge for a person who joined it on a day.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="joined">The number of the day.</param>
    public CreditedDays In(ChallengeCalendar challenge, int joined) =>
        new CreditedDays(challenge.DaysOf(Done), challenge.DaysOf(SelfReported)).Since(joined);

    /// <summary>
    /// Another date of the same ISO week that has been self-reported; null when the week's self-report is still available for
    /// the date.
    /// </summary>
    /// <param name="date">The date.</param>
    /// <param name="joined">Reports of days before this one do not count.</param>
    /// <param name="today">Reports of days after this one do not count, so that a fold as of an earlier day gives what was true then.</param>
    public DateOnly? SelfReportedInWeekOf(DateOnly date, DateOnly joined, DateOnly today)
    {
        if (SelfReported.IsEmpty)
        {
            return null;
        }

        var week = IsoWeek.Of(date);
        for (var other = week.Monday; other < week.NextMonday && other <= today; other = other.AddDays(1))
        {
            if (other != date && other >= joined && SelfReported.Contains(other))
            {
                return other;
            }
        }

        return null;
    }
}

/// <summary>A day that an organiser corrected, in one challenge (rule 22).</summary>
/// <param name="Date">The date of record.</param>
/// <param name="Done">Whether the day counts as done.</param>
public readonly record struct DayCorrection(DateOnly Date, bool Done)
{
    /// <summary>Whether the date can be corrected: the person was in the challenge on it, and it has begun for them.</summary>
    public static bool IsPossible(PersonCalendar person, DateOnly date, DateTimeOffset now) =>
        person.Covers(date) && date <= person.Zone.DateAt(now);
}

/// <summary>The credits that count in one challenge, as sets of days.</summary>
/// <param name="Done">The days with a credit.</param>
/// <param name="SelfReported">Those of them that were self-reported.</param>
public readonly record struct CreditedDays(DaySet Done, DaySet SelfReported)
{
    /// <summary>The credits of a day and all days after it.</summary>
    public CreditedDays Since(int day) => new(Done & DaySet.From(day), SelfReported & DaySet.From(day));

    /// <summary>The credits as corrected by organisers (rule 22), as in <see cref="DayLedger.Corrected" />.</summary>
    /// <param name="day">The number of the corrected day.</param>
    /// <param name="done">Whether it counts as done.</param>
    public CreditedDays Corrected(int day, bool done) => done
        ? new CreditedDays(Done | DaySet.Of(day), SelfReported)
        : new CreditedDays(Done.Except(DaySet.Of(day)), SelfReported.Except(DaySet.Of(day)));

    /// <summary>The credits as a ledger.</summary>
    public DayLedger ToLedger(ChallengeCalendar challenge) => new([.. DatesOf(Done, challenge)], [.. DatesOf(SelfReported, challenge)]);

    private static List<DateOnly> DatesOf(DaySet days, ChallengeCalendar challenge)
    {
        var dates = new List<DateOnly>(days.Count);
        foreach (var day in days)
        {
            dates.Add(challenge.DateOf(day));
        }

        return dates;
    }
}

/// <summary>A person's days in one challenge: all that the rules fold, in 40 bytes.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Credited">The credits.</param>
public readonly record struct ChallengeDays(CalendarDays Calendar, CreditedDays Credited)
{
    /// <summary>The due days, with all credits.</summary>
    public DaySet Due => Calendar.Due(Credited.Done);

    /// <summary>The days of a person with this calendar and these credits.</summary>
    public static ChallengeDays Of(PersonCalendar calendar, DayLedger ledger) =>
        new(calendar.Days, ledger.In(calendar.Challenge, calendar.Challenge.DayOf(calendar.Joined)));
}
