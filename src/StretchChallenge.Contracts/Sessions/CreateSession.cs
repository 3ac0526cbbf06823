using System.Collections.Immutable;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>A group session to make.</summary>
/// <param name="UserId">Who makes it, and is its host.</param>
/// <param name="ChallengeId">A challenge that they are in.</param>
/// <param name="RoutineId">The routine that will run.</param>
/// <param name="Steps">The planned milliseconds of each step.</param>
/// <param name="StartsAt">When it is to start by itself; null where the lobby opens at once and the host starts it.</param>
[GenerateSerializer, Immutable, Alias("CreateSession")]
public sealed record CreateSession(
    string UserId,
    string ChallengeId,
    string RoutineId,
    ImmutableArray<long> Steps,
    DateTimeOffset? StartsAt);
