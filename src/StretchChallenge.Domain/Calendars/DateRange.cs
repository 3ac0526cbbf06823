namespace StretchChallenge.Domain.Calendars;

/// <summary>Consecutive dates, both ends included; empty where <paramref name="To" /> lies before <paramref name="From" />.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>Whether the date is in the range.</summary>
    public bool Contains(DateOnly date) => From <= date && date <= To;
}
