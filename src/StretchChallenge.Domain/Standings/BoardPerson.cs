using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Standings;

/// <summary>A person as the boards of a challenge are given them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The name that boards show.</param>
/// <param name="IsListed">Whether the person chose to be listed by name.</param>
/// <param name="IsAway">Whether the person has left the challenge and not come back.</param>
/// <param name="Calendar">The calendar in the challenge.</param>
/// <param name="Ledger">The done days.</param>
/// <param name="Teams">The team intervals in the challenge.</param>
public sealed record BoardPerson(
    UserId Id,
    string Name,
    bool IsListed,
    bool IsAway,
    PersonCalendar Calendar,
    DayLedger Ledger,
    ImmutableArray<TeamMembership> Teams);

/// <summary>A person's row on a board.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Rank">The rank now; null for none.</param>
/// <param name="StartOfDayRank">The rank at the start of today; null for none.</param>
/// <param name="Streak">What the rank is computed from.</param>
public readonly record struct PersonRow(string Id, string Name, int? Rank, int? StartOfDayRank, StreakTotals Streak);
