using System.Collections.Immutable;

namespace StretchChallenge.Domain.Streaks;

/// <summary>The days on which a person has a credit (rule 1): all that a streak is derived from (rule 8).</summary>
/// <param name="Done">Every date of record with a credit.</param>
/// <param name="SelfReported">The part of <paramref name="Done" /> that was self-reported (rule 5).</param>
public sealed record DayLedger(ImmutableHashSet<DateOnly> Done, ImmutableHashSet<DateOnly> SelfReported)
{
    /// <summary>Nothing done yet.</summary>
    public static DayLedger Empty { get; } = new([], []);
}
