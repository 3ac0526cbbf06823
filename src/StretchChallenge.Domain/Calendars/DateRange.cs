using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>Consecutive dates, both ends included; empty when <paramref name="To" /> is before <paramref name="From" />.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>Whether the range contains no date.</summary>
    public bool IsEmpty => To < From;

    /// <summary>The number of dates in the range; 0 when it is empty.</summary>
    public int Days => IsEmpty ? 0 : To.DayNumber - From.DayNumber + 1;

    /// <summary>The date and all dates after it; such an open range ends at <see cref="DateOnly.MaxValue" />.</summary>
    public static DateRange Since(DateOnly from) => new(from, DateOnly.MaxValue);

    /// <summary>Whether the date is in the range.</summary>
    public bool Contains(DateOnly date) => From <= date && date <= To;
}

/// <summary>Queries over several date ranges.</summary>
public static class DateRanges
{
    /// <summary>Whether at least one of the ranges contains the date.</summary>
    public static bool ContainsDate(this ImmutableArray<DateRange> ranges, DateOnly date)
    {
        foreach (var range in ranges)
        {
            if (range.Contains(date))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One ISO week, Monday to Sunday.</summary>
/// <param name="Monday">The first day of the week.</param>
public readonly record struct IsoWeek(DateOnly Monday)
{
    /// <summary>The week that contains the date.</summary>
    public static IsoWeek Of(DateOnly date) => new(date.AddDays(-(((int)date.DayOfWeek + 6) % 7)));

    /// <summary>The first day of the following week.</summary>
    public DateOnly NextMonday => Monday.AddDays(7);

    /// <summary>Whether the date is in the week.</summary>
    public bool Contains(DateOnly date) => Monday <= date && date < NextMonday;
}
