using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>
/// What people whose days are no longer stored add to the counts of a team's days. A day's count is that of its members' days
/// and these together, so that a team keeps the streak and the points of its past when somebody's days are deleted.
/// </summary>
/// <param name="Counts">The members due and done, by date; 0 of 0 on all other dates.</param>
public sealed record SealedDays(ImmutableDictionary<DateOnly, TeamCount> Counts)
{
    /// <summary>Nothing is sealed.</summary>
    public static SealedDays None { get; } = new(ImmutableDictionary<DateOnly, TeamCount>.Empty);

    /// <summary>
    /// What remains of a member when their days are deleted: their count on each team day before a date, which is today. Today and
    /// later days are left out, because somebody who is gone is not due any more. A day of the last week can be sealed although a colleague may
    /// still report it, because that report adds to what is sealed.
    /// </summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="member">The member, as of now.</param>
    /// <param name="today">The date of the deletion in the challenge's zone; of a cancelled challenge the date after its cancelling.</param>
    public static SealedDays Of(ChallengeCalendar challenge, TeamMember member, DateOnly today)
    {
        var counts = ImmutableDictionary.CreateBuilder<DateOnly, TeamCount>();
        foreach (var day in member.Due & challenge.TeamDays & DaySet.Before(challenge.DayOf(today)))
        {
            counts.Add(challenge.DateOf(day), new TeamCount(member.Done.Contains(day) ? 1 : 0, Due: 1));
        }

        return new SealedDays(counts.ToImmutable());
    }

    /// <summary>What several parts add together.</summary>
    public static SealedDays Sum(IEnumerable<SealedDays> parts) => new(parts
        .SelectMany(part => part.Counts)
        .GroupBy(day => day.Key, day => day.Value)
        .ToImmutableDictionary(day => day.Key, day => new TeamCount(day.Sum(count => count.Done), day.Sum(count => count.Due))));
}
