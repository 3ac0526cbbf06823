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
            (run, days[index]) = Take(run, day);
        }

        return Result(judge, run, days) with
        {
            SafeUntil = SafeUntil(judge, run.Current, atRisk),
            NextChange = NextChange(judge, calendar, now),
        };
    }

    /// <summary>One step of the fold. Off, pending and coming days leave the run as it is (rules 2, 5 and 7).</summary>
    private static (StreakRun Run, DayEntry Day) Take(StreakRun run, DayEntry day) => day switch
    {
        { State: DayState.Done, IsDue: true } => (run.Done(), day),
        { State: DayState.Missed } when run.CanFreeze => (run.Frozen(), day with { State = DayState.Frozen }),
        { State: DayState.Missed } => (run.Broken(), day),
        _ => (run, day),
    };

    private static PersonStreak Result(DayJudge judge, StreakRun run, DayEntry[] days)
    {
        var (due, pending, today) = (0, 0, TodayState.Off);
        foreach (var day in days)
        {
            due += day.IsDue && day.Date <= judge.Today ? 1 : 0;
            pending += day.State == DayState.Pending ? 1 : 0;
            today = day.State == DayState.Pending && day.Date == judge.Today ? TodayState.Pending : today;
        }

        return new PersonStreak
        {
            Current = run.Current,
            Best = run.Best,
            Freezes = run.Freezes,
            Today = judge.IsTodayDone ? TodayState.Done : today,
            Days = ImmutableCollectionsMarshal.AsImmutableArray(days),
            Due = due,
            DoneDue = run.DoneDue,
            PendingDue = pending,
            Reportable = judge.Reportable,
            SafeUntil = null,
            NextChange = null,
        };
    }

    /// <summary>The day whose end endangers a streak comes first: the reportable one if a streak ran before it, else the next open one.</summary>
    private static DateTimeOffset? SafeUntil(DayJudge judge, int current, int atRisk)
    {
        var day = atRisk > 0 ? judge.Reportable : current > 0 ? judge.NextOpenDay() : null;
        return day is null ? null : judge.FinalAt(day.Value);
    }

    private static DateTimeOffset? NextChange(DayJudge judge, PersonCalendar calendar, DateTimeOffset now)
    {
        if (judge.Today > calendar.Challenge.End && judge.Reportable is null && !judge.IsTodayDone)
        {
            return null;
        }

        var midnight = calendar.Zone.NextMidnight(now);
        var final = judge.Reportable is { } day ? judge.FinalAt(day) : midnight;
        var zone = calendar.Zone.NextChangeAfter(now) ?? midnight;
        return new[] { midnight, final, zone }.Min();
    }
}
