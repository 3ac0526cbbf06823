using System.Collections.Immutable;
using System.Globalization;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Sessions;

/// <summary>The tables <c>sessions</c> and <c>session_events</c>.</summary>
internal static class SessionTables
{
    /// <summary>The condition of a session that is not over.</summary>
    public const string IsNotOver = "phase IN ('Lobby', 'Running', 'Paused')";

    /// <summary>The condition of a session <c>s</c> of a challenge that the person of <c>@key</c> is in now.</summary>
    public const string IsOfMember =
        """
        s.challenge_id IN (SELECT challenge_id FROM enrolments WHERE user_id = @key)
        AND s.challenge_id NOT IN (SELECT challenge_id FROM absences WHERE user_id = @key AND to_date >= '9999-12-31')
        """;

    /// <summary>Inserts a session; returns false when its code is taken.</summary>
    public static async Task<bool> InsertAsync(LedgerSession transaction, SessionRecord session) =>
        await transaction.ExecuteAsync(
            $"""
            INSERT INTO sessions ({SessionRow.Columns})
            VALUES (@Id, @Code, @ChallengeId, @RoutineId, @Steps, @Host, @OpensAt, @StartsAt, @Phase, @CreatedAt, @SeenAt, @SettledAt)
            ON CONFLICT (code) DO NOTHING
            """,
            new
            {
                session.Id,
                session.Code,
                session.ChallengeId,
                session.RoutineId,
                Steps = SessionRow.TextOf(session.Steps),
                session.Host,
                session.OpensAt,
                session.StartsAt,
                Phase = session.Phase.ToString(),
                session.CreatedAt,
                session.SeenAt,
                session.SettledAt,
            }) == 1;

    /// <summary>Returns a session with its events, participants and presences; null when it does not exist.</summary>
    public static async Task<StoredSession?> LoadAsync(LedgerSession snapshot, SessionId id)
    {
        await using var results = await snapshot.QueryMultipleAsync(
            $"""
            SELECT {SessionRow.Columns} FROM sessions WHERE id = @id;

            SELECT command, at FROM session_events WHERE session_id = @id ORDER BY seq;

            SELECT id, user_id, seat_hash, name, is_co_host, joined_at, removed_at FROM session_participants
            WHERE session_id = @id ORDER BY joined_at, id;

            SELECT participant_id, from_at, to_at FROM session_presences WHERE session_id = @id ORDER BY from_at;
            """,
            new { id });
        var session = (await results.ReadAsync<SessionRow>()).SingleOrDefault();
        return session is null
            ? null
            : new StoredSession(
                session.ToRecord(),
                [.. (await results.ReadAsync<SessionEventRow>()).Select(row => row.ToEvent())],
                [.. (await results.ReadAsync<ParticipantRow>()).Select(row => row.ToRecord())],
                [.. (await results.ReadAsync<PresenceRow>()).Select(row => row.ToRecord())]);
    }

    /// <summary>Saves the phase.</summary>
    public static Task<int> SavePhaseAsync(LedgerSession transaction, SessionId session, SessionPhase phase) =>
        transaction.ExecuteAsync(
            "UPDATE sessions SET phase = @phase WHERE id = @session", new { session, phase = phase.ToString() });

    /// <summary>Returns the planned sessions after an instant in the challenges that a person is in now.</summary>
    public static async Task<ImmutableArray<PlannedSession>> LoadPlannedAsync(LedgerSession read, UserId user, DateTimeOffset after)
    {
        var rows = await read.QueryAsync<PlannedSessionRow>(
            $"""
            SELECT {SessionRow.ColumnsOf("s")}, c.name AS challenge_name,
                (SELECT MAX(e.at) FROM session_events e WHERE e.session_id = s.id) AS last_command_at
            FROM sessions s JOIN challenges c ON c.id = s.challenge_id
            WHERE s.starts_at > @after AND {IsOfMember} ORDER BY s.starts_at, s.id
            """,
            new { key = user.Value, after });
        return [.. rows.Select(row => row.ToPlanned())];
    }
}

/// <summary>A row of <c>sessions</c>.</summary>
internal class SessionRow
{
    public const string Columns =
        "id, code, challenge_id, routine_id, steps, host_id, opens_at, starts_at, phase, created_at, seen_at, settled_at";

    public SessionId Id { get; init; }

    public string Code { get; init; } = "";

    public ChallengeId ChallengeId { get; init; }

    public string RoutineId { get; init; } = "";

    public string Steps { get; init; } = "";

    public UserId? HostId { get; init; }

    public DateTimeOffset OpensAt { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public SessionPhase Phase { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public static string ColumnsOf(string table) => string.Join(", ", Columns.Split(", ").Select(column => $"{table}.{column}"));

    public static string TextOf(IEnumerable<long> steps) =>
        string.Join(',', steps.Select(step => step.ToString(CultureInfo.InvariantCulture)));

    public SessionRecord ToRecord() => new(
        Id,
        Code,
        ChallengeId,
        RoutineId,
        [.. Steps.Split(',').Select(step => long.Parse(step, CultureInfo.InvariantCulture))],
        HostId,
        OpensAt,
        StartsAt,
        Phase,
        CreatedAt,
        SeenAt,
        SettledAt);
}

/// <summary>A row of <c>session_events</c>.</summary>
internal sealed class SessionEventRow
{
    public SessionCommand Command { get; init; }

    public DateTimeOffset At { get; init; }

    public SessionEvent ToEvent() => new(Command, At.ToUnixTimeMilliseconds());
}

/// <summary>A row of <c>sessions</c>, with the name of its challenge.</summary>
internal sealed class PlannedSessionRow : SessionRow
{
    public string ChallengeName { get; init; } = "";

    public DateTimeOffset? LastCommandAt { get; init; }

    // One that was cancelled because nobody came has no command: its grain was alive then.
    public PlannedSession ToPlanned()
    {
        var session = ToRecord();
        return new PlannedSession(
            session,
            ChallengeName,
            session.Phase == SessionPhase.Cancelled ? LastCommandAt ?? session.SeenAt : session.CreatedAt);
    }
}
