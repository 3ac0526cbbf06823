using StretchChallenge.Domain;

namespace StretchChallenge.Contracts.Challenges;

/// <summary>An organiser's change of a member.</summary>
/// <param name="OrganiserId">Who asks.</param>
/// <param name="UserId">The member.</param>
/// <param name="Role">The member's new role.</param>
/// <param name="Team">The member's new team by name or id; null leaves it.</param>
[GenerateSerializer, Immutable, Alias("SetMember")]
public sealed record SetMember(string OrganiserId, string UserId, ChallengeRole Role, string? Team);
