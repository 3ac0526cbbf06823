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
    DateTimeOffset? SettledAt)
{
    /// <summary>How often its plan was changed or called off.</summary>
    public int Revision { get; init; }

    /// <summary>When that was last; null when it never was.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The schedule that planned it; null when somebody did.</summary>
    public ScheduledSession? Schedule { get; init; }

    /// <summary>The team whose members find it first; null when it is for the whole challenge.</summary>
    public TeamId? Team { get; init; }
}

/// <summary>Which break of which schedule a session is.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="Date">The date, in the challenge's zone; null once the schedule has given the session up.</param>
/// <param name="Revision">The schedule's revision that it was planned from.</param>
/// <param name="StartsAt">The start that the schedule gave it, which its hosts may have changed since.</param>
public sealed record ScheduledSession(ScheduleId Id, DateOnly? Date, int Revision, DateTimeOffset StartsAt);

/// <summary>Everything stored about a session, as of one moment.</summary>
/// <param name="Session">The session.</param>
/// <param name="Events">The commands that were applied, in order.</param>
/// <param name="Participants">Everybody who ever joined, in the order of joining.</param>
/// <param name="Presences">When they were present, oldest first.</param>
public sealed record StoredSession(
    SessionRecord Session,
    ImmutableArray<SessionEvent> Events,
    ImmutableArray<ParticipantRecord> Participants,
    ImmutableArray<PresenceRecord> Presences)
{
    /// <summary>The hosts of the schedule that planned it, who are hosts beside <see cref="SessionRecord.Host" />.</summary>
    public ImmutableArray<UserId> ScheduledHosts { get; init; } = [];
}

/// <summary>A planned session with the name of its challenge, for the calendar feed.</summary>
public sealed record PlannedSession(SessionRecord Session, string ChallengeName);

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
