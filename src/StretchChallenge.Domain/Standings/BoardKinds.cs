using System.Collections.Immutable;

namespace StretchChallenge.Domain.Standings;

/// <summary>The names of the boards as clients write them.</summary>
public static class BoardKinds
{
    /// <summary>All boards.</summary>
    public static ImmutableArray<BoardKind> All { get; } = [.. Enum.GetValues<BoardKind>()];

    /// <summary>The board's name, for example <c>teamStreak</c>.</summary>
    public static string Name(this BoardKind board) => board switch
    {
        BoardKind.TeamStreak => "teamStreak",
        BoardKind.TeamPoints => "teamPoints",
        BoardKind.PersonStreak => "personStreak",
        BoardKind.PersonConsistency => "personConsistency",
    };

    /// <summary>Whether the board lists teams; else people.</summary>
    public static bool IsOfTeams(this BoardKind board) => board is BoardKind.TeamStreak or BoardKind.TeamPoints;

    /// <summary>Finds the board of a name, exactly as <see cref="Name" /> writes it.</summary>
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
