using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Challenges;

/// <summary>The days on which a person belongs to a team, both ends included (rule 15).</summary>
/// <param name="TeamId">The team.</param>
/// <param name="ChallengeId">The team's challenge.</param>
/// <param name="UserId">The person.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while it goes on.</param>
public sealed record MembershipRecord(TeamId TeamId, ChallengeId ChallengeId, UserId UserId, DateOnly From, DateOnly? To);
