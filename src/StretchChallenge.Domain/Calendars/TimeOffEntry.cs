namespace StretchChallenge.Domain.Calendars;

/// <summary>Days off as a person entered them (rule 6).</summary>
/// <param name="Range">The dates.</param>
/// <param name="EnteredOn">The person's local date when they were entered: dates before it are back-dated.</param>
public readonly record struct TimeOffEntry(DateRange Range, DateOnly EnteredOn)
{
    /// <summary>Its dates before the day it was entered.</summary>
    public IEnumerable<DateOnly> BackDated
    {
        get
        {
            for (var date = Range.From; date < EnteredOn && date <= Range.To; date = date.AddDays(1))
            {
                yield return date;
            }
        }
    }
}
