using System.Runtime.InteropServices;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>Derives a person's streak from the ledger: one fold over the days of the challenge, in order (rule 8).</summary>
public static class StreakFold
{
    /// <summary>The person's streak in the challenge of the calendar, as of now.</summary>
    /// <remarks>
    /// What the ledger holds of later dates than today does not count yet, so that a fold stopped at an instant gives
    /// what was true then.
    /// </remarks>
    public static PersonStreak Fold(PersonCalendar calendar, DayLedger ledger, DateTimeOffset now)
    {
        var judge = new DayJudge(calendar, ledger, now);
        var days = new DayEntry[calendar.Challenge.Length];
        var run = StreakRun.Start;
        var atRisk = 0;
        for (var index = 0; index < days.Length; index++)
        {
            var day = judge.Judge(calendar.Challenge.Start.AddDays(index));
            atRisk = day.Date == judge.Reportable ? run.Current : atRisk;
            days[index] = day.State == DayState.Missed && run.CanFreeze ? day with { State = DayState.Frozen } : day;
            run = run.Take(days[index]);
        }

        return new PersonStreak
        {
            Current = run.Current,
            Best = run.Best,
            Freezes = run.Freezes,
            Today = judge.TodayState,
            Days = ImmutableCollectionsMarshal.AsImmutableArray(days),
            Due = run.Due,
            DoneDue = run.DoneDue,
            PendingDue = run.PendingDue,
            Reportable = judge.Reportable,
            SafeUntil = SafeUntil(judge, run.Current, atRisk),
            NextChange = judge.NextChange(now),
        };
    }

    /// <summary>
    /// When the first open day is missed for good that a streak runs up to: the reportable day if one ran before it, else,
    /// if one runs now, the next day that is due and not done.
    /// </summary>
    private static DateTimeOffset? SafeUntil(DayJudge judge, int current, int atRisk)
    {
        var day = atRisk > 0 ? judge.Reportable : current > 0 ? judge.NextOpenDay() : null;
        return day is null ? null : judge.FinalAt(day.Value);
    }
}
