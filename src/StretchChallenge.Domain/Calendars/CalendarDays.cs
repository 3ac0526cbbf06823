namespace StretchChallenge.Domain.Calendars;

/// <summary>A person's calendar in one challenge as sets of days: which days are due, and which are off.</summary>
/// <param name="Scheduled">Work days of the person in the challenge; time off and neutral dates are not considered.</param>
/// <param name="TimeOff">Days off that the person entered.</param>
/// <param name="Neutral">Days that a change of the stored zone shortened or skipped.</param>
public readonly record struct CalendarDays(DaySet Scheduled, DaySet TimeOff, DaySet Neutral)
{
    /// <summary>After this many days the grace of a missed day ends at the latest (rule 5).</summary>
    private const int MaxGraceDays = 7;

    /// <summary>The days that are due by the calendar alone: scheduled, and neither time off nor neutral.</summary>
    public DaySet DueByCalendar => Scheduled.Except(TimeOff | Neutral);

    /// <summary>
    /// The due days. A neutral date is an off-day when it is missed and an ordinary due day when it is done (rule 3); time off
    /// is an off-day either way (rule 6).
    /// </summary>
    public DaySet Due(DaySet done) => DueButForTimeOff(done).Except(TimeOff);

    /// <summary>The days that time off alone makes off-days.</summary>
    public DaySet Leave(DaySet done) => DueButForTimeOff(done) & TimeOff;

    /// <summary>The first day after one that is due by the calendar alone, or null.</summary>
    public int? NextDue(int after) => DueByCalendar.Except(DaySet.Before(after + 1)).First;

    /// <summary>The last day before one that is due by the calendar alone, or null.</summary>
    public int? LastDue(int before) => (DueByCalendar & DaySet.Before(before)).Last;

    /// <summary>
    /// The day at whose noon the grace of a missed day ends: the next one that is due by the calendar alone, at the latest the
    /// 7th day after it, or the next calendar day when no due day follows (rule 5).
    /// </summary>
    public int GraceEndDay(int missed) => Math.Min(NextDue(missed) ?? missed + 1, missed + MaxGraceDays);

    private DaySet DueButForTimeOff(DaySet done) => Scheduled.Except(Neutral.Except(done));
}
