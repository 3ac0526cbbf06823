using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Storage.Sessions;

/// <summary>A group session, without its events and participants.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">What people type to join it; unique among all sessions, past ones included.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine that runs.</param>
/// <param name="Steps">The planned milliseconds of each step, as of its creation.</param>
/// <param name="Host">Who created it or took it over; null when the account was deleted.</param>
/// <param name="OpensAt">When the lobby opens.</param>
/// <param name="StartsAt">When it is planned to start; null when its host starts it.</param>
/// <param name="Phase">The phase as saved last; a running session may have finished since.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="SeenAt">The last instant at which its grain is known to have been alive.</param>
/// <param name="SettledAt">When all credits were in the ledger; null before that.</param>
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

/// <summary>Everything stored about a session, as of one moment.</summary>
/// <param name="Session">The session.</param>
/// <param name="Events">The commands that were applied, in order.</param>
/// <param name="Participants">Everybody who ever joined, in the order of joining.</param>
/// <param name="Presences">When they were present, oldest first.</param>
public sealed record StoredSession(
    SessionRecord Session,
    ImmutableArray<SessionEvent> Events,
    ImmutableArray<ParticipantRecord> Participants,
    ImmutableArray<PresenceRecord> Presences);

/// <summary>A planned session with the name of its challenge, for the calendar feed.</summary>
/// <param name="Session">The session.</param>
/// <param name="ChallengeName">The name of its challenge.</param>
/// <param name="ChangedAt">When it was called off; when it was planned, if it was not.</param>
public sealed record PlannedSession(SessionRecord Session, string ChallengeName, DateTimeOffset ChangedAt);

/// <summary>Somebody who joined a session: a member of its challenge, or a guest.</summary>
/// <param name="Id">Unique within the session.</param>
/// <param name="User">The member's account; null for guests.</param>
/// <param name="SeatHash">The hash of the secret by which a guest rejoins; null for members.</param>
/// <param name="Name">The name shown in the room.</param>
/// <param name="IsCoHost">Whether the host made them a co-host.</param>
/// <param name="JoinedAt">When they first joined.</param>
/// <param name="RemovedAt">When the host removed them; null when they were not removed.</param>
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
/// <param name="From">When it began.</param>
/// <param name="To">When it ended; null while they are present.</param>
public sealed record PresenceRecord(string ParticipantId, DateTimeOffset From, DateTimeOffset? To);
