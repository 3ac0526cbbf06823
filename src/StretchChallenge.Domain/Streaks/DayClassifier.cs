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

/// <summary>Classifies the days of a person's challenge as seen at an instant, each by itself and before freezes are spent.</summary>
internal sealed class DayClassifier
{
    private readonly PersonCalendar _calendar;
    private readonly DayLedger _ledger;

    public DayClassifier(PersonCalendar calendar, DayLedger ledger, DateTimeOffset now)
    {
        _calendar = calendar;
        _ledger = ledger;
        Today = calendar.Zone.DateAt(now);
        Reportable = FindReportable(now);
    }

    /// <summary>The person's local date.</summary>
    public DateOnly Today { get; }

    /// <summary>The missed due day whose grace has not ended (rule 5), or null. No other past day can be pending.</summary>
    public DateOnly? Reportable { get; }

    /// <summary>What today is: pending until it is done (rule 7). A credit after the challenge counts as done, too.</summary>
    public TodayState TodayState =>
        IsDone(Today) ? TodayState.Done
        : _calendar.IsDueByCalendar(Today) ? TodayState.Pending
        : TodayState.Off;

    /// <summary>Classifies a day; <see cref="DayState.Missed" /> is also returned for days that a freeze will protect.</summary>
    public DayEntry Classify(DateOnly date)
    {
        var done = IsDone(date);
        var due = _calendar.IsDue(date, done);
        var state = done ? DayState.Done
            : !due ? DayState.Off
            : date > Today ? DayState.Ahead
            : date == Today || date == Reportable ? DayState.Pending
            : DayState.Missed;
        return new DayEntry(date, state, due);
    }

    /// <summary>Whether the day is one up to today that time off alone made an off-day.</summary>
    public bool IsLeaveDay(DateOnly date) => date <= Today && _calendar.IsLeaveDay(date, IsDone(date));

    /// <summary>
    /// The instant at which a due day that is not done is finally missed: the end of its grace, or the end of the day when the
    /// week's self-report has been used for another day.
    /// </summary>
    public DateTimeOffset DeadlineOf(DateOnly date) =>
        _ledger.SelfReportedInWeekOf(date, _calendar.Joined, Today) is null
            ? _calendar.GraceEnd(date)
            : _calendar.Zone.StartOf(date.AddDays(1));

    /// <summary>The first day from today on that is due and not done, or null.</summary>
    public DateOnly? NextOpenDay() =>
        TodayState == TodayState.Pending ? Today : _calendar.NextDueByCalendar(Today);

    /// <summary>
    /// The next instant at which a day's state can change without a check-in: a midnight, a change of zone, or the end of a
    /// grace. Null when the challenge is over and no day is pending.
    /// </summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        if (Today > _calendar.Challenge.End && Reportable is null && TodayState == TodayState.Off)
        {
            return null;
        }

        var midnight = _calendar.Zone.NextMidnight(now);
        var zone = _calendar.Zone.NextChangeAfter(now) ?? midnight;
        var grace = Reportable is { } date ? DeadlineOf(date) : midnight;
        return new[] { midnight, zone, grace }.Min();
    }

    // Credits after today are ignored, so that a fold as of an earlier instant gives what was true then.
    private bool IsDone(DateOnly date) => date <= Today && date >= _calendar.Joined && _ledger.Done.Contains(date);

    // Only the last due day before today can be in its grace: that of an earlier one ended at noon of that day or before.
    private DateOnly? FindReportable(DateTimeOffset now) =>
        _calendar.LastDueByCalendar(before: Today) is { } last && !IsDone(last) && now < DeadlineOf(last) ? last : null;
}
