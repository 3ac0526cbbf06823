
namespace StretchChallenge.Contracts.Teams;

/// <summary>A current member of a team, by name.</summary>
/// <param name="Id">The person.</param>
/// <param name="DisplayName">Their name.</param>
/// <param name="Captain">Whether they are a captain in the challenge.</param>
/// <param name="Self">Whether it is the person who asks.</param>
[GenerateSerializer, Immutable, Alias("TeamMate")]
public sealed record TeamMate(string Id, string DisplayName, bool Captain, bool Self);
