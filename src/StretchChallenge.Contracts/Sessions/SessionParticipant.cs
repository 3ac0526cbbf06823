
namespace StretchChallenge.Contracts.Sessions;

/// <summary>Somebody in a session, as everybody there sees them.</summary>
/// <param name="Id">Within this session; tells nothing of the account.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Role">What they are in it.</param>
[GenerateSerializer, Immutable, Alias("SessionParticipant")]
public sealed record SessionParticipant(string Id, string Name, SessionRole Role);
