using System.Collections.Immutable;

namespace StretchChallenge.Domain.Streaks;

/// <summary>One person's standing in one challenge as of an instant: derived from the ledger, never stored (rule 8).</summary>
public sealed record PersonStreak
{
    /// <summary>The due days done in a row, across frozen, pending and off-days.</summary>
    public required int Current { get; init; }

    /// <summary>The longest streak so far, the current one included.</summary>
    public required int Best { get; init; }

    /// <summary>The freezes left: 0 to 2 (rule 4).</summary>
    public required int Freezes { get; init; }

    /// <summary>What today is.</summary>
    public required TodayState Today { get; init; }

    /// <summary>Every day of the challenge, in order.</summary>
    public required ImmutableArray<DayEntry> Days { get; init; }

    /// <summary>The due days from joining up to and including today; pending and frozen ones are due.</summary>
    public required int Due { get; init; }

    /// <summary>The due days that are done.</summary>
    public required int DoneDue { get; init; }

    /// <summary>The due days that can still be done or reported: 0 to 2.</summary>
    public required int PendingDue { get; init; }

    /// <summary>The past day that may be self-reported now (rule 5), or null.</summary>
    public required DateOnly? Reportable { get; init; }

    /// <summary>
    /// The first instant at which, if nothing more is done, the streak breaks or a freeze is spent; null where neither
    /// can happen any more.
    /// </summary>
    public required DateTimeOffset? SafeUntil { get; init; }

    /// <summary>The first instant after now at which any of this may change by itself; null once all is settled.</summary>
    public required DateTimeOffset? NextChange { get; init; }

    /// <summary>The due days that count for consistency: all but the pending ones (rule 19).</summary>
    public int SettledDue => Due - PendingDue;

    /// <summary>Consistency in basis points, 0 to 10,000: done of the settled due days, rounded down (rule 19).</summary>
    public int BasisPoints => SettledDue == 0 ? 0 : 10_000 * DoneDue / SettledDue;

    /// <summary>The days that a freeze protected, in order.</summary>
    public IEnumerable<DateOnly> Frozen => DatesOf(DayState.Frozen);

    /// <summary>The days that can still be done or reported, in order.</summary>
    public IEnumerable<DateOnly> Pending => DatesOf(DayState.Pending);

    private IEnumerable<DateOnly> DatesOf(DayState state) =>
        Days.Where(day => day.State == state).Select(day => day.Date);
}
