namespace StretchChallenge.Domain.Calendars;

/// <summary>Consecutive dates, both ends included; empty where <paramref name="To" /> lies before <paramref name="From" />.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>Whether there is no date in it.</summary>
    public bool IsEmpty => To < From;

    /// <summary>Whether it has no end yet: it runs to <see cref="DateOnly.MaxValue" />.</summary>
    public bool IsOpen => To == DateOnly.MaxValue;

    /// <summary>The number of dates in it.</summary>
    public int Days => IsEmpty ? 0 : To.DayNumber - From.DayNumber + 1;

    /// <summary>The date and all that follow.</summary>
    public static DateRange Since(DateOnly from) => new(from, DateOnly.MaxValue);

    /// <summary>Whether the date is in the range.</summary>
    public bool Contains(DateOnly date) => From <= date && date <= To;
}
