using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Sessions;

/// <summary>The tables <c>sessions</c> and <c>session_events</c>.</summary>
internal static class SessionTables
{
    /// <summary>The condition of a session that is not over.</summary>
    public const string IsNotOver = "phase IN ('Lobby', 'Running', 'Paused')";

    /// <summary>The condition of a session <c>s</c> of a challenge that the person of <c>@key</c> is in now.</summary>
    public static string IsOfMember { get; } =
        $"s.challenge_id IN (SELECT e.challenge_id FROM enrolments e WHERE e.user_id = @key AND {EnrolmentTables.IsPresent("e")})";

    /// <summary>The condition of a session <c>s</c> that is for everybody, or for a team that the person of <c>@key</c> is in.</summary>
    public const string IsForPerson =
        """
        (s.team_id IS NULL OR EXISTS (
            SELECT 1 FROM memberships m WHERE m.team_id = s.team_id AND m.user_id = @key AND m.to_date IS NULL))
        """;

    /// <summary>Returns the limit that the host of a new session has reached; null when it may be inserted.</summary>
    public static async Task<SessionInsertion?> FindExceededAsync(LedgerSession transaction, SessionRecord session, SessionLimits limits)
    {
        if (limits == default || session.Host is not { } host)
        {
            return null;
        }

        // Locks the host's row, so that of several transactions each counts what the one before has inserted.
        await AccountTable.LockAsync(transaction, host);
        var open = await transaction.QueryAsync<SessionRow>(
            $"SELECT {SessionRow.Columns} FROM sessions WHERE host_id = @host AND schedule_id IS NULL AND {IsNotOver}", new { host });
        var planned = open.Count(row =>
            row.ChallengeId == session.ChallengeId && row.StartsAt is not null && row.Phase == SessionPhase.Lobby)
            + (limits.MostPlanned is null ? 0 : await ScheduleTables.CountPlannedAsync(transaction, session.ChallengeId, host));
        return open.Length >= limits.MostOpen ? SessionInsertion.TooManyOpen
            : session.StartsAt is not null && planned >= limits.MostPlanned ? SessionInsertion.TooManyPlanned
            : null;
    }

    /// <summary>Adds a command that was applied, and saves the phase after it.</summary>
    public static async Task<int> AddEventAsync(
        LedgerSession transaction, SessionId session, int seq, SessionEvent entry, SessionPhase phase)
    {
        await transaction.ExecuteAsync(
            "INSERT INTO session_events (session_id, seq, command, at) VALUES (@session, @seq, @command, @at)",
            new { session, seq, command = entry.Command.ToString(), at = DateTimeOffset.FromUnixTimeMilliseconds(entry.At) });
        if (phase == SessionPhase.Cancelled)
        {
            await ReviseAsync(transaction, session, DateTimeOffset.FromUnixTimeMilliseconds(entry.At));
        }

        return await SavePhaseAsync(transaction, session, phase);
    }

    /// <summary>Saves the start and the routine, and counts the change.</summary>
    public static async Task<int> SavePlanAsync(LedgerSession transaction, SessionRecord session, DateTimeOffset at)
    {
        await transaction.ExecuteAsync(
            """
            UPDATE sessions SET routine_id = @RoutineId, steps = @Steps, opens_at = @OpensAt, starts_at = @StartsAt
            WHERE id = @Id
            """,
            new { session.Id, session.RoutineId, Steps = SessionRow.TextOf(session.Steps), session.OpensAt, session.StartsAt });
        return await ReviseAsync(transaction, session.Id, at);
    }

    // Counts a change of the plan.
    private static Task<int> ReviseAsync(LedgerSession transaction, SessionId session, DateTimeOffset at) =>
        transaction.ExecuteAsync(
            "UPDATE sessions SET revision = revision + 1, changed_at = @at WHERE id = @session", new { session, at });

    /// <summary>Inserts a session, unless its code is taken or its schedule has one on its date.</summary>
    /// <exception cref="InvalidOperationException">There is a session with this id.</exception>
    public static async Task<SessionInsertion> InsertAsync(LedgerSession transaction, SessionRecord session)
    {
        if (await TryInsertAsync(transaction, session))
        {
            return SessionInsertion.Created;
        }

        if (session.Schedule is { } schedule && await ScheduleTables.HasSessionAsync(transaction, schedule))
        {
            return SessionInsertion.DateTaken;
        }

        return await transaction.FindAsync<bool>("SELECT EXISTS (SELECT 1 FROM sessions WHERE code = @Code)", new { session.Code })
            ? SessionInsertion.CodeTaken
            : throw new InvalidOperationException($"There is a session {session.Id} already.");
    }

    private static async Task<bool> TryInsertAsync(LedgerSession transaction, SessionRecord session) =>
        await transaction.ExecuteAsync(
            $"""
            INSERT INTO sessions ({SessionRow.Columns})
            VALUES (@Id, @Code, @ChallengeId, @RoutineId, @Steps, @Host, @OpensAt, @StartsAt, @Phase, @CreatedAt, @SeenAt, @SettledAt, @Revision, @ChangedAt,
                @scheduleId, @scheduleDate, @scheduleRevision, @scheduledFor, @Team)
            ON CONFLICT DO NOTHING
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
                session.Revision,
                session.ChangedAt,
                scheduleId = session.Schedule?.Id,
                scheduleDate = session.Schedule?.Date,
                scheduleRevision = session.Schedule?.Revision,
                scheduledFor = session.Schedule?.StartsAt,
                session.Team,
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

            SELECT h.user_id FROM sessions s JOIN schedule_hosts h ON h.schedule_id = s.schedule_id WHERE s.id = @id ORDER BY h.position;
            """,
            new { id });
        var session = (await results.ReadAsync<SessionRow>()).SingleOrDefault();
        return session is null
            ? null
            : new StoredSession(
                session.ToRecord(),
                [.. (await results.ReadAsync<SessionEventRow>()).Select(row => row.ToEvent())],
                [.. (await results.ReadAsync<ParticipantRow>()).Select(row => row.ToRecord())],
                [.. (await results.ReadAsync<PresenceRow>()).Select(row => row.ToRecord())])
            {
                ScheduledHosts = [.. await results.ReadAsync<UserId>()],
            };
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
            SELECT {SessionRow.ColumnsOf("s")}, c.name AS challenge_name
            FROM sessions s JOIN challenges c ON c.id = s.challenge_id
            WHERE s.starts_at > @after AND {IsOfMember} AND {IsForPerson} ORDER BY s.starts_at, s.id
            """,
            new { key = user.Value, after });
        return [.. rows.Select(row => new PlannedSession(row.ToRecord(), row.ChallengeName))];
    }
}
