using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// What a board sorts its rows by (rule 19): compared by the first number, then the second, then the third; higher is better.
/// Null stands for a row without a rank.
/// </summary>
public readonly record struct BoardScore(long First, long Second = 0, long Third = 0) : IComparable<BoardScore>
{
    /// <summary>How many due days that are no longer pending a person needs for a rank on the consistency board.</summary>
    public const int MinSettledDays = 5;

    /// <summary>Team streak: current streak, best streak, points. Null below three started members (rule 18).</summary>
    public static BoardScore? TeamStreak(int streak, int best, long microPoints, int members) =>
        members < TeamStanding.MinRankedMembers ? null : new BoardScore(streak, best, microPoints);

    /// <summary>Team points: points, current streak. Null below three started members.</summary>
    public static BoardScore? TeamPoints(long microPoints, int streak, int members) =>
        members < TeamStanding.MinRankedMembers ? null : new BoardScore(microPoints, streak);

    /// <summary>Person streak: current streak, best streak. Everybody has a rank.</summary>
    public static BoardScore? PersonStreak(int streak, int best) => new BoardScore(streak, best);

    /// <summary>
    /// Consistency: whole percent, current streak. Null below <see cref="MinSettledDays" /> due days that are no longer pending,
    /// and while time off made more days off than that.
    /// </summary>
    public static BoardScore? PersonConsistency(int percent, int streak, int dueDays, int leaveDays) =>
        dueDays < Math.Max(MinSettledDays, leaveDays) ? null : new BoardScore(percent, streak);

    /// <summary>A team's score on a team board, or null when it has no rank.</summary>
    public static BoardScore? Of(BoardKind board, TeamStanding team) => board == BoardKind.TeamStreak
        ? TeamStreak(team.Streak, team.Best, team.MicroPoints, team.RankedMembers)
        : TeamPoints(team.MicroPoints, team.Streak, team.RankedMembers);

    /// <summary>A person's score on a person board, or null when they have no rank.</summary>
    public static BoardScore? Of(BoardKind board, StreakTotals person) => board == BoardKind.PersonStreak
        ? PersonStreak(person.Current, person.Best)
        : PersonConsistency(person.Percent, person.Current, person.SettledDue, person.LeaveDays);

    /// <summary>Whether the left score is better.</summary>
    public static bool operator >(BoardScore left, BoardScore right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left score is worse.</summary>
    public static bool operator <(BoardScore left, BoardScore right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left score is at least as good.</summary>
    public static bool operator >=(BoardScore left, BoardScore right) => left.CompareTo(right) >= 0;

    /// <summary>Whether the left score is at most as good.</summary>
    public static bool operator <=(BoardScore left, BoardScore right) => left.CompareTo(right) <= 0;

    /// <inheritdoc />
    public int CompareTo(BoardScore other) =>
        (First, Second, Third).CompareTo((other.First, other.Second, other.Third));
}
