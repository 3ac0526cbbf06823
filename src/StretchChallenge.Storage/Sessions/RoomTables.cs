using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Sessions;

/// <summary>The tables <c>session_participants</c> and <c>session_presences</c>.</summary>
internal static class RoomTables
{
    /// <summary>Inserts participants.</summary>
    public static Task<int> InsertAsync(LedgerSession transaction, SessionId session, IEnumerable<ParticipantRecord> participants) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO session_participants (session_id, id, user_id, seat_hash, name, is_co_host, joined_at, removed_at)
            VALUES (@session, @Id, @User, @SeatHash, @Name, @IsCoHost, @JoinedAt, @RemovedAt)
            """,
            participants.Select(participant => new
            {
                session,
                participant.Id,
                participant.User,
                participant.SeatHash,
                participant.Name,
                participant.IsCoHost,
                participant.JoinedAt,
                participant.RemovedAt,
            }));

    /// <summary>Saves roles, names, accounts and removals.</summary>
    public static Task<int> UpdateAsync(LedgerSession transaction, SessionId session, IEnumerable<ParticipantRecord> changed) =>
        transaction.ExecuteAsync(
            """
            UPDATE session_participants
            SET user_id = @User, seat_hash = @SeatHash, name = @Name, is_co_host = @IsCoHost, removed_at = @RemovedAt
            WHERE session_id = @session AND id = @Id
            """,
            changed.Select(participant => new
            {
                session,
                participant.Id,
                participant.User,
                participant.SeatHash,
                participant.Name,
                participant.IsCoHost,
                participant.RemovedAt,
            }));

    /// <summary>Deletes participants; their presences go with them.</summary>
    public static Task<int> DeleteAsync(LedgerSession transaction, SessionId session, IEnumerable<string> participants) =>
        transaction.ExecuteAsync(
            "DELETE FROM session_participants WHERE session_id = @session AND id = @id",
            participants.Select(id => new { session, id }));

    /// <summary>Saves presences, each identified by its beginning.</summary>
    public static Task<int> SaveAsync(LedgerSession transaction, SessionId session, IEnumerable<PresenceRecord> presences) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO session_presences (session_id, participant_id, from_at, to_at) VALUES (@session, @ParticipantId, @From, @To)
            ON CONFLICT (session_id, participant_id, from_at) DO UPDATE SET to_at = excluded.to_at
            """,
            presences.Select(presence => new { session, presence.ParticipantId, presence.From, presence.To }));
}

/// <summary>A row of <c>session_participants</c>.</summary>
internal sealed class ParticipantRow
{
    public string Id { get; init; } = "";

    public UserId? UserId { get; init; }

    public string? SeatHash { get; init; }

    public string Name { get; init; } = "";

    public bool IsCoHost { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public ParticipantRecord ToRecord() => new(Id, UserId, SeatHash, Name, IsCoHost, JoinedAt, RemovedAt);
}

/// <summary>A row of <c>session_presences</c>.</summary>
internal sealed class PresenceRow
{
    public string ParticipantId { get; init; } = "";

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset? ToAt { get; init; }

    public PresenceRecord ToRecord() => new(ParticipantId, FromAt, ToAt);
}
