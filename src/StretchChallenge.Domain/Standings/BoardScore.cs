using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Standings;

/// <summary>What a row is ranked by: the first number, then the second, then the third; more is better (rule 19).</summary>
public readonly record struct BoardScore(long First, long Second = 0, long Third = 0) : IComparable<BoardScore>
{
    /// <summary>The fewest settled due days with which a person is ranked for consistency.</summary>
    public const int FewestDueDays = 5;

    /// <summary>The team streak board's: current streak, best, points; null below three started members (rule 18).</summary>
    public static BoardScore? TeamStreak(int streak, int best, long microPoints, int members) =>
        members < TeamStanding.FewestRanked ? null : new BoardScore(streak, best, microPoints);

    /// <summary>The team points board's: points, current streak; null below three started members (rule 18).</summary>
    public static BoardScore? TeamPoints(long microPoints, int streak, int members) =>
        members < TeamStanding.FewestRanked ? null : new BoardScore(microPoints, streak);

    /// <summary>The person streak board's: current streak, best; no threshold.</summary>
    public static BoardScore? PersonStreak(int streak, int best) => new BoardScore(streak, best);

    /// <summary>The consistency board's: basis points, current streak; null below five settled due days.</summary>
    public static BoardScore? PersonConsistency(int basisPoints, int streak, int dueDays) =>
        dueDays < FewestDueDays ? null : new BoardScore(basisPoints, streak);

    /// <summary>A team's score on a board of teams; null where it is not ranked.</summary>
    public static BoardScore? Of(BoardKind board, TeamStanding team) => board == BoardKind.TeamStreak
        ? TeamStreak(team.Streak, team.Best, team.MicroPoints, team.RankedMembers)
        : TeamPoints(team.MicroPoints, team.Streak, team.RankedMembers);

    /// <summary>A person's score on a board of people; null where they are not ranked.</summary>
    public static BoardScore? Of(BoardKind board, PersonStreak person) => board == BoardKind.PersonStreak
        ? PersonStreak(person.Current, person.Best)
        : PersonConsistency(person.BasisPoints, person.Current, person.SettledDue);

    /// <summary>Whether this is the better score.</summary>
    public static bool operator >(BoardScore left, BoardScore right) => left.CompareTo(right) > 0;

    /// <summary>Whether this is the lesser score.</summary>
    public static bool operator <(BoardScore left, BoardScore right) => left.CompareTo(right) < 0;

    /// <summary>Whether this is at least as good.</summary>
    public static bool operator >=(BoardScore left, BoardScore right) => left.CompareTo(right) >= 0;

    /// <summary>Whether this is at most as good.</summary>
    public static bool operator <=(BoardScore left, BoardScore right) => left.CompareTo(right) <= 0;

    /// <inheritdoc />
    public int CompareTo(BoardScore other) =>
        (First, Second, Third).CompareTo((other.First, other.Second, other.Third));
}
