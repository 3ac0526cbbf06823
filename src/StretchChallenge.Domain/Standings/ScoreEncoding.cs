using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// Encodes the scores of a person board as small whole numbers in the same order, by which <see cref="RankIndex" /> counts.
/// Their number is bounded because a challenge has 56 days, and consistency is a whole percent.
/// </summary>
public sealed class ScoreEncoding
{
    private const int StreakCount = ChallengeCalendar.LengthInDays + 1;
    private const int PercentCount = 101;

    private readonly int _firstCount;

    private ScoreEncoding(int firstCount) => _firstCount = firstCount;

    /// <summary>The streak board: by current streak, then best.</summary>
    public static ScoreEncoding Streak { get; } = new(StreakCount);

    /// <summary>The consistency board: by whole percent, then current streak.</summary>
    public static ScoreEncoding Consistency { get; } = new(PercentCount);

    /// <summary>The number of codes: 0 (not ranked) to <c>Size - 1</c>.</summary>
    public int Size => 1 + (_firstCount * StreakCount);

    /// <summary>The encoding of a person board.</summary>
    public static ScoreEncoding Of(BoardKind board) => board == BoardKind.PersonStreak ? Streak : Consistency;

    /// <summary>The score's code; 0 for null. Values that 56 days cannot give are clamped to the nearest that they can.</summary>
    public int Encode(BoardScore? score) => score is { } value
        ? 1 + (Clamp(value.First, _firstCount) * StreakCount) + Clamp(value.Second, StreakCount)
        : 0;

    /// <summary>The score of a code greater than 0.</summary>
    public static BoardScore Decode(int code) => new((code - 1) / StreakCount, (code - 1) % StreakCount);

    private static int Clamp(long number, int count) => (int)Math.Clamp(number, 0, count - 1);
}
