using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>A session as anybody sees it who has its code.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">Its code.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="OpensAt">When its lobby opens or opened.</param>
/// <param name="StartsAt">When it is planned to start; null where its host starts it.</param>
/// <param name="HostId">The host's account; null where it is gone.</param>
/// <param name="Participants">How many people are there now.</param>
[GenerateSerializer, Immutable, Alias("SessionView")]
public sealed record SessionView(
    string Id,
    string Code,
    string ChallengeId,
    string RoutineId,
    SessionPhase Phase,
    DateTimeOffset OpensAt,
    DateTimeOffset? StartsAt,
    string? HostId,
    int Participants);
