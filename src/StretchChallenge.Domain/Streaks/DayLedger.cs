using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>The days on which a person has a credit (rule 1): all that a streak is derived from (rule 8).</summary>
/// <param name="Done">Every date of record with a credit.</param>
/// <param name="SelfReported">The part of <paramref name="Done" /> that was self-reported (rule 5).</param>
public sealed record DayLedger(ImmutableHashSet<DateOnly> Done, ImmutableHashSet<DateOnly> SelfReported)
{
    /// <summary>Nothing done yet.</summary>
    public static DayLedger Empty { get; } = new([], []);

    /// <summary>The ledger with a credit; a date that has one keeps the one it has (rule 1).</summary>
    public DayLedger With(DateOnly date, CreditKind kind)
    {
        if (Done.Contains(date))
        {
            return this;
        }

        return new DayLedger(Done.Add(date), kind == CreditKind.SelfReported ? SelfReported.Add(date) : SelfReported);
    }

    /// <summary>The ledger without the date's credit (rule 9).</summary>
    public DayLedger Without(DateOnly date) => new(Done.Remove(date), SelfReported.Remove(date));

    /// <summary>The date whose self-report uses up that of the ISO week, as known on a day; null where it is free (rule 5).</summary>
    public DateOnly? SelfReportedInWeekOf(DateOnly date, DateOnly today)
    {
        if (SelfReported.IsEmpty)
        {
            return null;
        }

        var week = IsoWeek.Of(date);
        for (var other = week.Monday; other < week.NextMonday && other <= today; other = other.AddDays(1))
        {
            if (other != date && SelfReported.Contains(other))
            {
                return other;
            }
        }

        return null;
    }
}
