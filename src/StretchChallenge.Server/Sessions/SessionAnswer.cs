using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>A live break as anybody sees it who has its code.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">Its code.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="OpensAt">When its lobby opens or opened: 10 minutes before a planned start.</param>
/// <param name="StartsAt">When it is planned to start; null where its host starts it.</param>
/// <param name="Host">The host's name; null where that account is gone.</param>
/// <param name="Participants">How many people are there now.</param>
public sealed record SessionAnswer(
    string Id,
    string Code,
    string ChallengeId,
    string RoutineId,
    SessionPhase Phase,
    DateTimeOffset OpensAt,
    DateTimeOffset? StartsAt,
    string? Host,
    int Participants);
