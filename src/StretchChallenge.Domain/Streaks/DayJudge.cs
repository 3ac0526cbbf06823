using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Streaks;

/// <summary>Judges each day by itself as seen at an instant: the calendar, the ledger and the grace, before any freeze.</summary>
internal sealed class DayJudge
{
    private readonly PersonCalendar _calendar;
    private readonly DayLedger _ledger;

    public DayJudge(PersonCalendar calendar, DayLedger ledger, DateTimeOffset now)
    {
        _calendar = calendar;
        _ledger = ledger;
        Today = calendar.Zone.DateAt(now);
        Reportable = FindReportable(now);
    }

    /// <summary>The person's local date.</summary>
    public DateOnly Today { get; }

    /// <summary>The missed day whose grace still runs (rule 5): no other past day can be pending.</summary>
    public DateOnly? Reportable { get; }

    /// <summary>What today is; done outside the challenge too.</summary>
    public TodayState TodayState =>
        _ledger.Done.Contains(Today) ? TodayState.Done
        : _calendar.IsDueByCalendar(Today) ? TodayState.Pending
        : TodayState.Off;

    /// <summary>What the day is; missed where a freeze may yet protect it.</summary>
    public DayEntry Judge(DateOnly date)
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

    /// <summary>
    /// The instant at which a due day, if not done by then, is missed for good: the end of its grace, or of the day
    /// itself where another day has used up the week's self-report (rule 5).
    /// </summary>
    public DateTimeOffset FinalAt(DateOnly date) =>
        _ledger.SelfReportedInWeekOf(date, Today) is null
            ? _calendar.GraceEnd(date)
            : _calendar.Zone.StartOf(date.AddDays(1));

    /// <summary>The next day that is due and not done: today or a later one, or null.</summary>
    public DateOnly? NextOpenDay() =>
        TodayState == TodayState.Pending ? Today : _calendar.NextDueByCalendar(Today);

    /// <summary>
    /// The next instant at which a judgement may change by itself: a midnight, a change of zone, or the end of a grace. Null
    /// once the challenge is over and its last day settled.
    /// </summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        if (Today > _calendar.Challenge.End && Reportable is null && TodayState == TodayState.Off)
        {
            return null;
        }

        var midnight = _calendar.Zone.NextMidnight(now);
        var zone = _calendar.Zone.NextChangeAfter(now) ?? midnight;
        var grace = Reportable is { } date ? FinalAt(date) : midnight;
        return new[] { midnight, zone, grace }.Min();
    }

    // Days after today are not judged by what the ledger may hold of them already; days before joining never count.
    private bool IsDone(DateOnly date) => date <= Today && date >= _calendar.Joined && _ledger.Done.Contains(date);

    // Only the last due day before today: the grace of any earlier one ended at noon of this one or before.
    private DateOnly? FindReportable(DateTimeOffset now) =>
        _calendar.LastDueByCalendar(before: Today) is { } last && !IsDone(last) && now < FinalAt(last) ? last : null;
}
