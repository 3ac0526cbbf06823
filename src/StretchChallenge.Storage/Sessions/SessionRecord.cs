using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Storage.Sessions;

/// <summary>A group session, without its history and its room.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">What people type to join it; unique for ever.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine that runs.</param>
/// <param name="Steps">The planned milliseconds of each step, as they were when it was made.</param>
/// <param name="Host">Who made it, or took it over; null where that account is gone.</param>
/// <param name="OpensAt">When the lobby opens.</param>
/// <param name="StartsAt">When it is planned to start; null where its host starts it.</param>
/// <param name="Phase">The phase as it was saved last: a running session may have run out since.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SeenAt">The last instant at which the program is known to have looked after its room.</param>
/// <param name="SettledAt">When everybody's credit was in the ledger; null where that is still to come.</param>
public sealed record SessionRecord(
    SessionId Id,
    string Code,
    ChallengeId ChallengeId,
    string RoutineId,
    ImmutableArray<long> Steps,
    UserId? Host,
    DateTimeOffset OpensAt,
    DateTimeOffset? StartsAt,
    SessionPhase Phase,
    DateTimeOffset CreatedAt,
    DateTimeOffset SeenAt,
    DateTimeOffset? SettledAt);
