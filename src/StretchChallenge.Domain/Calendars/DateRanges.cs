using System.Collections.Immutable;

namespace StretchChallenge.Domain.Calendars;

/// <summary>Questions to several ranges of dates at once.</summary>
public static class DateRanges
{
    /// <summary>Whether one of the ranges contains the date.</summary>
    public static bool Cover(this ImmutableArray<DateRange> ranges, DateOnly date)
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
