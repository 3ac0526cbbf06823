using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A row of <c>challenge_holidays</c>.</summary>
internal sealed class HolidayRow
{
    public ChallengeId ChallengeId { get; init; }

    public DateOnly LocalDate { get; init; }
}
