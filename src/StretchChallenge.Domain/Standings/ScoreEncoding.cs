using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// Encodes the scores of a person board as small whole numbers in the same order, by which <see cref="RankIndex" /> counts.
/// Their number is bounded because a challenge has 56 days.
/// </summary>
public sealed class ScoreEncoding
{
    private const int StreakCount = ChallengeCalendar.LengthInDays + 1;
    private const int MaxBasisPoints = 10_000;

    // The basis points that done / due can give with at most 56 due days: about a thousand of the 10,001 values.
    private static readonly ImmutableArray<int> BasisPoints =
    [
        .. Enumerable.Range(1, ChallengeCalendar.LengthInDays)
            .SelectMany(due => Enumerable.Range(0, due + 1).Select(done => MaxBasisPoints * done / due))
            .Distinct()
            .Order(),
    ];

    private readonly int _firstCount;
    private readonly Func<long, int> _encodeFirst;

    private ScoreEncoding(int firstCount, Func<long, int> encodeFirst)
    {
        _firstCount = firstCount;
        _encodeFirst = encodeFirst;
    }

    /// <summary>The streak board: by current streak, then best.</summary>
    public static ScoreEncoding Streak { get; } = new(StreakCount, streak => Clamp(streak, StreakCount));

    /// <summary>The consistency board: by basis points, then current streak.</summary>
    public static ScoreEncoding Consistency { get; } = new(BasisPoints.Length, EncodeBasisPoints);

    /// <summary>The number of codes: 0 (not ranked) to <c>Size - 1</c>.</summary>
    public int Size => 1 + (_firstCount * StreakCount);

    /// <summary>The encoding of a person board.</summary>
    public static ScoreEncoding Of(BoardKind board) => board == BoardKind.PersonStreak ? Streak : Consistency;

    /// <summary>The score's code; 0 for null. Values that 56 days cannot give are clamped to the nearest that they can.</summary>
    public int Encode(BoardScore? score) => score is { } value
        ? 1 + (_encodeFirst(value.First) * StreakCount) + Clamp(value.Second, StreakCount)
        : 0;

    private static int EncodeBasisPoints(long basisPoints)
    {
        var index = BasisPoints.BinarySearch(Clamp(basisPoints, MaxBasisPoints + 1));
        return index >= 0 ? index : ~index - 1;
    }

    private static int Clamp(long number, int count) => (int)Math.Clamp(number, 0, count - 1);
}
