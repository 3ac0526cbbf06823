using System.Collections.Immutable;

namespace StretchChallenge.Domain.Standings;

/// <summary>The four boards of a challenge (rule 19).</summary>
public enum BoardKind
{
    /// <summary>Teams by current streak, then best streak, then points.</summary>
    TeamStreak,

    /// <summary>Teams by points, then current streak.</summary>
    TeamPoints,

    /// <summary>People by current streak, then best streak.</summary>
    PersonStreak,

    /// <summary>People by the whole percent of due days done, then current streak. The default board, because it is fair to part-time work.</summary>
    PersonConsistency,
}

/// <summary>The names of the boards in the API, and what each one ranks.</summary>
public static class BoardKinds
{
    /// <summary>All boards.</summary>
    public static ImmutableArray<BoardKind> All { get; } = [.. Enum.GetValues<BoardKind>()];

    /// <summary>The board's name in the API, for example <c>teamStreak</c>.</summary>
    public static string Name(this BoardKind board) => board switch
    {
        BoardKind.TeamStreak => "teamStreak",
        BoardKind.TeamPoints => "teamPoints",
        BoardKind.PersonStreak => "personStreak",
        BoardKind.PersonConsistency => "personConsistency",
    };

    /// <summary>Whether the board ranks teams; otherwise it ranks people.</summary>
    public static bool IsTeamBoard(this BoardKind board) => board is BoardKind.TeamStreak or BoardKind.TeamPoints;

    /// <summary>Finds a board by its name; the case must match.</summary>
    public static bool TryParse(string? name, out BoardKind board)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.Name(), name, StringComparison.Ordinal))
            {
                board = candidate;
                return true;
            }
        }

        board = default;
        return false;
    }
}
