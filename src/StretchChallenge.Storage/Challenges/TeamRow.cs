using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A row of <c>teams</c>.</summary>
internal sealed class TeamRow
{
    public TeamId Id { get; init; }

    public ChallengeId ChallengeId { get; init; }

    public string Name { get; init; } = "";

    public TeamRecord ToRecord() => new(Id, ChallengeId, Name);
}
