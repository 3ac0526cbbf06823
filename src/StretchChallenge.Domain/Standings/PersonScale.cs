using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// The bounded composite scores of a board of people, as small whole numbers in the same order: what a
/// <see cref="RankIndex" /> counts by.
/// </summary>
public sealed class PersonScale
{
    private const int Streaks = ChallengeCalendar.LengthInDays + 1;

    // The basis points that a challenge's days can give at all: about a thousand of the 10,001.
    private static readonly ImmutableArray<int> Shares =
    [
        .. Enumerable.Range(1, ChallengeCalendar.LengthInDays)
            .SelectMany(due => Enumerable.Range(0, due + 1).Select(done => 10_000 * done / due))
            .Distinct()
            .Order(),
    ];

    private PersonScale(int size) => Size = size;

    /// <summary>Scores of the streak board: 1 + streak × 57 + best.</summary>
    public static PersonScale Streak { get; } = new(1 + (Streaks * Streaks));

    /// <summary>Scores of the consistency board: 1 + place of the basis points × 57 + streak.</summary>
    public static PersonScale Consistency { get; } = new(1 + (Shares.Length * Streaks));

    /// <summary>The scale of a board of people.</summary>
    public static PersonScale Of(BoardKind board) => board == BoardKind.PersonStreak ? Streak : Consistency;

    /// <summary>How many scores there are: 0, which is "not ranked", to one below this.</summary>
    public int Size { get; }

    /// <summary>The score's number; 0 for no score. Numbers beyond a challenge's 56 days are held at its bounds.</summary>
    public int Encode(BoardScore? score) => score is not { } value ? 0
        : 1 + (Clamp(this == Streak ? value.First : PlaceOf(value.First), (Size - 1) / Streaks) * Streaks) + Clamp(value.Second, Streaks);

    private static int PlaceOf(long basisPoints)
    {
        var place = Shares.BinarySearch(Clamp(basisPoints, 10_001));
        return place >= 0 ? place : ~place - 1;
    }

    private static int Clamp(long number, int count) => (int)Math.Clamp(number, 0, count - 1);
}
