using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Domain.SelfTests;

/// <summary>A date on which a self-test is suggested.</summary>
/// <param name="Date">From this date on, until the next suggestion.</param>
/// <param name="After">How many weeks of the challenge lie before it: 0, 2, 4, 6 or 8.</param>
/// <param name="Done">Whether a result was taken in that time.</param>
public sealed record SelfTestSuggestion(DateOnly Date, int After, bool Done);

/// <summary>Suggests self-tests at the start of a challenge and after each of its blocks of two weeks.</summary>
public static class SelfTestSchedule
{
    private const int WeeksBetween = 2;
    private const int DaysBetween = WeeksBetween * ChallengeSchedule.DaysInWeek;

    /// <summary>The suggestions of a challenge, oldest first.</summary>
    /// <param name="start">The challenge's first day.</param>
    /// <param name="taken">The dates of the person's results in any order, inside the challenge or not.</param>
    /// <remarks>The suggestion at the end of the challenge is done by any later result.</remarks>
    public static ImmutableArray<SelfTestSuggestion> For(DateOnly start, IReadOnlyCollection<DateOnly> taken)
    {
        var suggestions = ImmutableArray.CreateBuilder<SelfTestSuggestion>();
        for (var after = 0; after <= ChallengeSchedule.Weeks; after += WeeksBetween)
        {
            var date = start.AddDays(after * ChallengeSchedule.DaysInWeek);
            var next = after < ChallengeSchedule.Weeks ? date.AddDays(DaysBetween) : DateOnly.MaxValue;
            suggestions.Add(new SelfTestSuggestion(date, after, taken.Any(day => day >= date && day < next)));
        }

        return suggestions.DrainToImmutable();
    }

    /// <summary>The date of the suggestion that is current on a date, or null when there is none or it is done.</summary>
    /// <remarks>The last suggestion too ends after two weeks, so that people are not reminded of it for ever.</remarks>
    public static DateOnly? SuggestedOn(DateOnly date, IEnumerable<SelfTestSuggestion> suggestions) => suggestions
        .Where(suggestion => !suggestion.Done && date >= suggestion.Date && date < suggestion.Date.AddDays(DaysBetween))
        .Select(suggestion => (DateOnly?)suggestion.Date)
        .FirstOrDefault();
}
