using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>What the streak fold counts, as of an instant. Off-days, done or not, leave it as it is (rule 2).</summary>
/// <param name="Current">The number of due days done in a row; frozen, pending and off-days do not interrupt it.</param>
/// <param name="Best">The longest streak so far, the current one included.</param>
/// <param name="Freezes">The freezes left: 0 to 2.</param>
/// <param name="Due">The number of due days from joining up to and including today; pending and frozen days are due.</param>
/// <param name="DoneDue">The number of due days that are done; a broken streak does not reset it.</param>
/// <param name="PendingDue">The number of due days that can still be done or reported: 0 to 2.</param>
/// <param name="LeaveDays">The number of days from joining up to and including today that time off made off-days.</param>
public readonly record struct StreakTotals(
    int Current, int Best, int Freezes, int Due, int DoneDue, int PendingDue, int LeaveDays)
{
    // Freezes (rule 4): two at first, at most two held, one more for every tenth done due day.
    private const int MaxFreezes = 2;
    internal const int DoneDaysPerFreeze = 10;

    /// <summary>The due days that count for consistency: all but the pending ones.</summary>
    public int SettledDue => Due - PendingDue;

    /// <summary>Consistency in whole percent, rounded down: the share of settled due days that are done (rule 19).</summary>
    public int Percent => SettledDue == 0 ? 0 : 100 * DoneDue / SettledDue;

    /// <summary>Counts days as seen at an instant.</summary>
    /// <param name="days">The days.</param>
    /// <param name="frozen">The missed days that a freeze protected: those while a streak was running and a freeze was held.</param>
    internal static StreakTotals Of(DayStates days, out DaySet frozen)
    {
        var totals = new StreakTotals
        {
            Freezes = MaxFreezes,
            Due = days.DueSoFar.Count,
            PendingDue = days.Pending.Count,
            LeaveDays = days.Leave.Count,
        };
        var done = days.Done & days.Due;
        frozen = default;
        foreach (var missed in days.Missed)
        {
            totals = totals.AfterDone((done & DaySet.Before(missed)).Count);
            done = done.Except(DaySet.Before(missed));
            if (totals is { Current: > 0, Freezes: > 0 })
            {
                frozen |= DaySet.Of(missed);
                totals = totals with { Freezes = totals.Freezes - 1 };
            }
            else
            {
                totals = totals with { Current = 0 };
            }
        }

        return totals.AfterDone(done.Count);
    }

    private StreakTotals AfterDone(int days)
    {
        var doneDue = DoneDue + days;
        var earned = (doneDue / DoneDaysPerFreeze) - (DoneDue / DoneDaysPerFreeze);
        return this with
        {
            Current = Current + days,
            Best = Math.Max(Best, Current + days),
            Freezes = Math.Min(MaxFreezes, Freezes + earned),
            DoneDue = doneDue,
        };
    }
}
