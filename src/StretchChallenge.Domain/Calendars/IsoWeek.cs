namespace StretchChallenge.Domain.Calendars;

/// <summary>One ISO week, Monday to Sunday: the span in which one day may be self-reported (rule 5).</summary>
/// <param name="Monday">Its first day.</param>
public readonly record struct IsoWeek(DateOnly Monday)
{
    /// <summary>The week in which the date lies.</summary>
    public static IsoWeek Of(DateOnly date) => new(date.AddDays(-(((int)date.DayOfWeek + 6) % 7)));

    /// <summary>The Monday after this week.</summary>
    public DateOnly NextMonday => Monday.AddDays(7);

    /// <summary>Whether the date lies in the week.</summary>
    public bool Contains(DateOnly date) => Monday <= date && date < NextMonday;
}
