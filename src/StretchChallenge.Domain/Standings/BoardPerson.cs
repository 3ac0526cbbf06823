using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Standings;

/// <summary>A person as the boards of a challenge are given them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The name that boards show.</param>
/// <param name="IsListed">Whether the person chose to be listed by name.</param>
/// <param name="IsAway">Whether the person has left the challenge before it was over, and not come back.</param>
/// <param name="Calendar">The calendar in the challenge.</param>
/// <param name="Credited">The credits in the challenge's days; those of days before joining do not count.</param>
/// <param name="Teams">The team intervals in the challenge.</param>
public sealed record BoardPerson(
    UserId Id,
    string Name,
    bool IsListed,
    bool IsAway,
    PersonCalendar Calendar,
    CreditedDays Credited,
    ImmutableArray<TeamMembership> Teams)
{
    /// <summary>What the person's days came to, once the days are purged; null while they are stored.</summary>
    public PurgedDays? Purged { get; init; }
}

/// <summary>What is known of a person's days in a challenge once they are purged.</summary>
/// <param name="Totals">What the fold counted.</param>
/// <param name="Started">The first done day that was not self-reported (rule 15); null when there was none.</param>
public sealed record PurgedDays(StreakTotals Totals, DateOnly? Started);

/// <summary>A person's row on a board.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Rank">The rank now; null for none.</param>
/// <param name="StartOfDayRank">The rank at the start of today; null for none.</param>
/// <param name="Streak">What the rank is computed from.</param>
public readonly record struct PersonRow(string Id, string Name, int? Rank, int? StartOfDayRank, StreakTotals Streak);
