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
/// <param name="SeenAt">The last instant at which its grain is known to have been alive.</param>
/// <param name="SettledAt">When everybody's credit was in the ledger; null before that.</param>
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

/// <summary>All that the database holds of a session, as of one moment.</summary>
/// <param name="Session">The session.</param>
/// <param name="Events">The commands that were applied, in order.</param>
/// <param name="Participants">Everybody who ever joined, in the order of joining.</param>
/// <param name="Presences">When they were present, oldest first.</param>
public sealed record StoredSession(
    SessionRecord Session,
    ImmutableArray<SessionEvent> Events,
    ImmutableArray<ParticipantRecord> Participants,
    ImmutableArray<PresenceRecord> Presences);

/// <summary>A session as a calendar shows it.</summary>
public sealed record PlannedSession(SessionRecord Session, string ChallengeName);

/// <summary>Somebody who joined a session: a member of its challenge, or a guest.</summary>
/// <param name="Id">Within the session.</param>
/// <param name="User">The member's account; null for guests.</param>
/// <param name="SeatHash">The hash of the secret by which a guest comes back; null for members.</param>
/// <param name="Name">The name shown in the room.</param>
/// <param name="IsCoHost">Whether the host made them a co-host.</param>
/// <param name="JoinedAt">When they came first.</param>
/// <param name="RemovedAt">When the host removed them; null where not.</param>
public sealed record ParticipantRecord(
    string Id,
    UserId? User,
    string? SeatHash,
    string Name,
    bool IsCoHost,
    DateTimeOffset JoinedAt,
    DateTimeOffset? RemovedAt);

/// <summary>A span in which a participant was present.</summary>
/// <param name="ParticipantId">The participant.</param>
/// <param name="From">When they came.</param>
/// <param name="To">When they left; null while they are present.</param>
public sealed record PresenceRecord(string ParticipantId, DateTimeOffset From, DateTimeOffset? To);
