using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>All that somebody needs who comes into a session: later changes add to it.</summary>
/// <param name="Now">Where it stands.</param>
/// <param name="Code">Its code.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Steps">The planned milliseconds of each step.</param>
/// <param name="StartsAt">When it is planned to start; null where its host starts it.</param>
/// <param name="Count">How many people are there.</param>
/// <param name="Participants">Those there, first come first; of a large room the first 500.</param>
[GenerateSerializer, Immutable, Alias("SessionRoom")]
public sealed record SessionRoom(
    SessionMoment Now,
    string Code,
    string ChallengeId,
    string RoutineId,
    ImmutableArray<long> Steps,
    DateTimeOffset? StartsAt,
    int Count,
    ImmutableArray<SessionParticipant> Participants);
