using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Domain.SelfTests;

/// <summary>When self-tests are suggested: at the start of a challenge, and after each of its blocks of two weeks.</summary>
public static class SelfTestSchedule
{
    private const int WeeksBetween = 2;
    private const int DaysBetween = WeeksBetween * 7;

    /// <summary>The suggestions of a challenge, oldest first.</summary>
    /// <param name="start">Its first day.</param>
    /// <param name="taken">The dates of the person's results, in any order, those outside the challenge included.</param>
    /// <remarks>The last one, after the eight weeks, is done by a result however late.</remarks>
    public static ImmutableArray<SelfTestSuggestion> For(DateOnly start, IReadOnlyCollection<DateOnly> taken)
    {
        var suggestions = ImmutableArray.CreateBuilder<SelfTestSuggestion>();
        for (var after = 0; after <= ChallengeSchedule.Weeks; after += WeeksBetween)
        {
            var date = start.AddDays(after * 7);
            var next = after < ChallengeSchedule.Weeks ? date.AddDays(DaysBetween) : DateOnly.MaxValue;
            suggestions.Add(new SelfTestSuggestion(date, after, taken.Any(day => day >= date && day < next)));
        }

        return suggestions.DrainToImmutable();
    }

    /// <summary>The suggestion to follow on a date; null where there is none, or it is done.</summary>
    /// <remarks>The last one stands for two weeks as the others do: nobody is asked for it ever after.</remarks>
    public static DateOnly? SuggestedOn(DateOnly date, IEnumerable<SelfTestSuggestion> suggestions) => suggestions
        .Where(suggestion => !suggestion.Done && date >= suggestion.Date && date < suggestion.Date.AddDays(DaysBetween))
        .Select(suggestion => (DateOnly?)suggestion.Date)
        .FirstOrDefault();
}
