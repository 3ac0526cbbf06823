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

    /// <summary>Whether today has its credit, in the challenge or outside of it.</summary>
    public bool IsTodayDone => _ledger.Done.Contains(Today);

    /// <summary>What the day is; missed where a freeze may yet protect it.</summary>
    public DayEntry Judge(DateOnly date)
    {
        var done = IsDone(date);
        var due = _calendar.IsDue(date, done);
        var state = (done, due) switch
        {
            (true, _) => DayState.Done,
            (_, false) => DayState.Off,
            _ when date > Today => DayState.Ahead,
            _ when date == Today || date == Reportable => DayState.Pending,
            _ => DayState.Missed,
        };
        return new DayEntry(date, state, due);
    }

    /// <summary>The instant at which a due day, if not done by then, is missed for good: the end of its grace, or of the
    /// day itself where another day has used up the week's self-report (rule 5).</summary>
    public DateTimeOffset FinalAt(DateOnly date) =>
        _ledger.SelfReportedInWeekOf(date, Today) is null
            ? _calendar.GraceEnd(date)
            : _calendar.Zone.StartOf(date.AddDays(1));

    /// <summary>The next day that is, or will be, pending: today or a later one.</summary>
    public DateOnly? NextOpenDay() =>
        _calendar.IsDueByCalendar(Today) && !IsDone(Today) ? Today : _calendar.NextDueByCalendar(Today);

    // Days after today are not judged by what the ledger may hold of them already; days before joining never count.
    private bool IsDone(DateOnly date) => date <= Today && date >= _calendar.Joined && _ledger.Done.Contains(date);

    // Only the last due day before today: the grace of any earlier one ended at noon of this one or before.
    private DateOnly? FindReportable(DateTimeOffset now) =>
        _calendar.LastDueByCalendar(before: Today) is { } last && !IsDone(last) && now < FinalAt(last) ? last : null;
}
