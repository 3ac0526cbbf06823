using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>What streak and team vectors say of a person, with their defaults.</summary>
internal static class VectorPerson
{
    public static WorkDays Pattern(string[]? names) => names is null ? WorkDays.MondayToFriday : VectorJson.Weekdays(names);

    public static ImmutableArray<DateRange> Ranges(DateOnly[][]? ranges) =>
        [.. (ranges ?? []).Select(range => new DateRange(range[0], range[1]))];

    public static DayLedger Ledger(DateOnly[]? done, DateOnly[]? selfReported) => new([.. done ?? []], [.. selfReported ?? []]);
}
