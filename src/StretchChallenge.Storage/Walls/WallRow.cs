using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Walls;

/// <summary>A row of <c>walls</c>.</summary>
internal sealed class WallRow
{
    public string TokenHash { get; init; } = "";

    public ChallengeId ChallengeId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public WallRecord ToRecord() => new(TokenHash, ChallengeId, CreatedAt);
}
