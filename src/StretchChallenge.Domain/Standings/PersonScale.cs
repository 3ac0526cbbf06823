using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// The scores of a board of people as small whole numbers in the same order: what a <see cref="RankIndex" /> counts by.
/// They are bounded, because a challenge has 56 days.
/// </summary>
public sealed class PersonScale
{
    private const int Streaks = ChallengeCalendar.LengthInDays + 1;

    // The basis points that 56 days can give at all: about a thousand of 10,001.
    private static readonly ImmutableArray<int> Shares =
    [
        .. Enumerable.Range(1, ChallengeCalendar.LengthInDays)
            .SelectMany(due => Enumerable.Range(0, due + 1).Select(done => 10_000 * done / due))
            .Distinct()
            .Order(),
    ];

    private readonly int _places;
    private readonly Func<long, int> _placeOf;

    private PersonScale(int places, Func<long, int> placeOf)
    {
        _places = places;
        _placeOf = placeOf;
    }

    /// <summary>The streak board's: by streak, then best.</summary>
    public static PersonScale Streak { get; } = new(Streaks, streak => Bounded(streak, Streaks));

    /// <summary>The consistency board's: by basis points, then streak.</summary>
    public static PersonScale Consistency { get; } = new(Shares.Length, PlaceOfShare);

    /// <summary>How many numbers there are: 0, which is "not ranked", to one below this.</summary>
    public int Size => 1 + (_places * Streaks);

    /// <summary>The scale of a board of people.</summary>
    public static PersonScale Of(BoardKind board) => board == BoardKind.PersonStreak ? Streak : Consistency;

    /// <summary>The score's number; 0 for no score. What 56 days cannot give is held at the bounds.</summary>
    public int Encode(BoardScore? score) => score is { } value
        ? 1 + (_placeOf(value.First) * Streaks) + Bounded(value.Second, Streaks)
        : 0;

    private static int PlaceOfShare(long basisPoints)
    {
        var place = Shares.BinarySearch(Bounded(basisPoints, 10_001));
        return place >= 0 ? place : ~place - 1;
    }

    private static int Bounded(long number, int count) => (int)Math.Clamp(number, 0, count - 1);
}
