using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>What a day of the challenge is to a person, as seen at an instant.</summary>
public enum DayState
{
    /// <summary>An off-day, past or coming, without a credit.</summary>
    Off,

    /// <summary>A due day or an off-day with a credit.</summary>
    Done,

    /// <summary>A due day without a credit that can still be done or reported.</summary>
    Pending,

    /// <summary>A due day that was finally missed and protected by a freeze.</summary>
    Frozen,

    /// <summary>A due day that was finally missed.</summary>
    Missed,

    /// <summary>A due day after today.</summary>
    Ahead,
}

/// <summary>What today is to a person.</summary>
public enum TodayState
{
    /// <summary>Nothing is due, or today is outside the challenge.</summary>
    Off,

    /// <summary>Due and not done yet.</summary>
    Pending,

    /// <summary>Done; a due day or an off-day.</summary>
    Done,
}

/// <summary>One day of a person's challenge.</summary>
/// <param name="Date">The date.</param>
/// <param name="State">The state as of now.</param>
/// <param name="IsDue">Whether it is a due day; a done day may be an off-day.</param>
public readonly record struct DayEntry(DateOnly Date, DayState State, bool IsDue);

/// <summary>
/// A person's days as seen at an instant, as sets by state. Credits after today are ignored, so that a fold as of an earlier
/// instant gives what was true then.
/// </summary>
/// <param name="Today">The number of the person's local date.</param>
/// <param name="Done">The days done.</param>
/// <param name="Due">The due days, coming ones included.</param>
/// <param name="Reportable">The missed due day whose grace has not ended (rule 5), or null. No other past day can be pending.</param>
/// <param name="Leave">The days up to today that time off alone made off-days.</param>
internal readonly record struct DayStates(int Today, DaySet Done, DaySet Due, int? Reportable, DaySet Leave)
{
    /// <summary>The due days that can still be done or reported; today is one until it is done (rule 7).</summary>
    public DaySet Pending => Open & (DaySet.Of(Today) | DaySet.Of(Reportable ?? -1));

    /// <summary>The due days finally missed, before freezes are spent.</summary>
    public DaySet Missed => Open.Except(Pending);

    /// <summary>The due days after today.</summary>
    public DaySet Ahead => Due & DaySet.From(Today + 1);

    /// <summary>The due days up to today.</summary>
    public DaySet DueSoFar => Due & DaySet.Before(Today + 1);

    private DaySet Open => DueSoFar.Except(Done);

    /// <summary>The states of a person's days by the person's clock.</summary>
    public static DayStates At(ChallengeCalendar challenge, ChallengeDays days, LocalClock clock)
    {
        var today = challenge.DayOf(clock.Today);
        var soFar = DaySet.Before(today + 1);
        var done = days.Credited.Done & soFar;
        return new DayStates(
            today, done, days.Calendar.Due(done), FindReportable(challenge, days, clock), days.Calendar.Leave(done) & soFar);
    }

    /// <summary>Whether the self-report of the day's ISO week has been used for another day by today.</summary>
    public static bool IsWeekUsed(int day, CreditedDays credited, int today) =>
        SelfReportedInWeekOf(day, credited, today) is not null;

    /// <summary>The first other day of the day's ISO week that was self-reported by today; null where none was.</summary>
    public static int? SelfReportedInWeekOf(int day, CreditedDays credited, int today) =>
        (credited.SelfReported & DaySet.WeekOf(day) & DaySet.Before(today + 1)).Except(DaySet.Of(day)).First;

    // Only the last due day before today can be in its grace: that of an earlier one ended at noon of that day or before. Where
    // the week's self-report is used, the day is missed at its midnight.
    private static int? FindReportable(ChallengeCalendar challenge, ChallengeDays days, LocalClock clock)
    {
        var today = challenge.DayOf(clock.Today);
        return days.Calendar.LastDue(before: today) is { } last
            && !days.Credited.Done.Contains(last)
            && !IsWeekUsed(last, days.Credited, today)
            && clock.Now < clock.NoonOf(challenge.DateOf(days.Calendar.GraceEndDay(last)))
                ? last
                : null;
    }
}
