using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A row of <c>memberships</c>.</summary>
internal sealed class MembershipRow
{
    public TeamId TeamId { get; init; }

    public ChallengeId ChallengeId { get; init; }

    public UserId UserId { get; init; }

    public DateOnly FromDate { get; init; }

    public DateOnly? ToDate { get; init; }

    public MembershipRecord ToRecord() => new(TeamId, ChallengeId, UserId, FromDate, ToDate);
}
