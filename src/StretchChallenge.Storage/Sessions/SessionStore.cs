using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Metrics;

namespace StretchChallenge.Storage.Sessions;

/// <inheritdoc cref="ISessionStore" />
internal sealed class SessionStore(LedgerDatabase database, ParticipationMetrics participation) : ISessionStore
{
    /// <inheritdoc />
    public async Task<SessionInsertion> CreateAsync(
        SessionRecord session, SessionLimits limits = default, CancellationToken cancellationToken = default)
    {
        var insertion = await database.WriteAsync(
            async transaction => await SessionTables.FindExceededAsync(transaction, session, limits)
                ?? await SessionTables.InsertAsync(transaction, session),
            cancellationToken);
        if (insertion == SessionInsertion.Created)
        {
            participation.SessionCreated();
        }

        return insertion;
    }

    /// <inheritdoc />
    public Task<bool> ExistsAsync(SessionId session, CancellationToken cancellationToken = default) => database.ReadAsync(
        read => read.FindAsync<bool>("SELECT EXISTS (SELECT 1 FROM sessions WHERE id = @session)", new { session }),
        cancellationToken);

    /// <inheritdoc />
    public Task<StoredSession?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        database.ReadSnapshotAsync(snapshot => SessionTables.LoadAsync(snapshot, session), cancellationToken);

    /// <inheritdoc />
    public async Task<SessionRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        var row = await database.ReadAsync(
            read => read.FindAsync<SessionRow>($"SELECT {SessionRow.Columns} FROM sessions WHERE code = @code", new { code }),
            cancellationToken);
        return row?.ToRecord();
    }

    /// <inheritdoc />
    public async Task AddEventAsync(
        SessionId session, int seq, SessionEvent entry, SessionPhase phase, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            transaction => SessionTables.AddEventAsync(transaction, session, seq, entry, phase), cancellationToken);
        participation.SessionCommandApplied(entry.Command, phase);
    }

    /// <inheritdoc />
    public Task ChangePlanAsync(SessionRecord session, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            transaction => SessionTables.SavePlanAsync(transaction, session, at), cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<UserId>> FollowScheduleAsync(
        SessionRecord session, bool isReplanned, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction =>
            {
                await ScheduleTables.SaveSessionAsync(transaction, session);
                if (isReplanned)
                {
                    await SessionTables.SavePlanAsync(transaction, session, at);
                }

                return await ScheduleTables.LoadHostsAsync(transaction, session.Schedule!.Id);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task GiveUpAsync(SessionId session, int seq, SessionEvent entry, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction =>
            {
                await SessionTables.AddEventAsync(transaction, session, seq, entry, SessionPhase.Cancelled);
                return await transaction.ExecuteAsync("UPDATE sessions SET schedule_date = NULL WHERE id = @session", new { session });
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task FinishAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        await database.WriteAsync(
            transaction => SessionTables.SavePhaseAsync(transaction, session, SessionPhase.Finished), cancellationToken);
        participation.SessionFinished();
    }

    /// <inheritdoc />
    public Task SettleAsync(SessionId session, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            transaction => transaction.ExecuteAsync("UPDATE sessions SET settled_at = @at WHERE id = @session", new { session, at }),
            cancellationToken);

    /// <inheritdoc />
    public Task AddParticipantsAsync(
        SessionId session, IReadOnlyCollection<ParticipantRecord> participants, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction =>
            {
                await RoomTables.InsertAsync(transaction, session, participants);
                return await RoomTables.SaveAsync(
                    transaction, session, [.. participants.Select(one => new PresenceRecord(one.Id, one.JoinedAt, null))]);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task SavePresencesAsync(
        SessionId session,
        IReadOnlyCollection<PresenceRecord> presences,
        DateTimeOffset seenAt,
        CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction =>
            {
                await RoomTables.SaveAsync(transaction, session, presences);
                return await transaction.ExecuteAsync(
                    "UPDATE sessions SET seen_at = @seenAt WHERE id = @session", new { session, seenAt });
            },
            cancellationToken);

    /// <inheritdoc />
    public Task SaveRolesAsync(
        SessionId session,
        UserId? host,
        IReadOnlyCollection<ParticipantRecord> changed,
        CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("UPDATE sessions SET host_id = @host WHERE id = @session", new { session, host });
                return await RoomTables.UpdateAsync(transaction, session, changed);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task ForgetAsync(
        SessionId session, IReadOnlyCollection<string> participants, CancellationToken cancellationToken = default) =>
        database.WriteAsync(transaction => RoomTables.DeleteAsync(transaction, session, participants), cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<SessionId>> FindUnsettledAsync(DateTimeOffset opensBy, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            read => read.QueryAsync<SessionId>(
                "SELECT id FROM sessions WHERE settled_at IS NULL AND opens_at <= @opensBy ORDER BY opens_at", new { opensBy }),
            cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<SessionId>> FindWithoutReminderAsync(
        string grainType, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            read => read.QueryAsync<SessionId>(
                """
                SELECT id FROM sessions s WHERE settled_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.grain_id = @prefix || s.id) ORDER BY opens_at
                """,
                new { prefix = $"{grainType}/" }),
            cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<SessionId>> FindOfCancelledAsync(CancellationToken cancellationToken = default) => database.ReadAsync(
        read => read.QueryAsync<SessionId>(
            """
            SELECT s.id FROM sessions s JOIN challenges c ON c.id = s.challenge_id
            WHERE s.settled_at IS NULL AND s.phase = 'Lobby' AND c.cancelled_at IS NOT NULL ORDER BY s.opens_at
            """),
        cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<SessionId>> FindStartingAsync(
        DateTimeOffset after, DateTimeOffset by, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            read => read.QueryAsync<SessionId>(
                """
                SELECT id FROM sessions
                WHERE settled_at IS NULL AND opens_at <= @by AND starts_at > @after AND starts_at <= @by AND phase = 'Lobby'
                ORDER BY starts_at
                """,
                new { after, by }),
            cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<SessionRecord>> LoadOpenAsync(ChallengeId challenge, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            read => read.QueryAsync<SessionRow>(
                $"""
                SELECT {SessionRow.Columns} FROM sessions
                WHERE challenge_id = @challenge AND {SessionTables.IsNotOver} ORDER BY COALESCE(starts_at, opens_at), id
                """,
                new { challenge }),
            cancellationToken);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <inheritdoc />
    public Task<SessionRecord?> FindNextAsync(ChallengeId challenge, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        FindNextAsync("s.challenge_id = @key", "", challenge.Value, now, cancellationToken);

    /// <inheritdoc />
    public Task<SessionRecord?> FindNextAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        FindNextAsync(
            SessionTables.IsOfMember, $"CASE WHEN {SessionTables.IsForPerson} THEN 0 ELSE 1 END,", user.Value, now, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<PlannedSession>> LoadPlannedAsync(
        UserId user, DateTimeOffset after, CancellationToken cancellationToken = default) =>
        database.ReadAsync(read => SessionTables.LoadPlannedAsync(read, user, after), cancellationToken);

    private async Task<SessionRecord?> FindNextAsync(
        string condition, string order, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            read => read.FindAsync<SessionRow>(
                $"""
                SELECT {SessionRow.Columns} FROM sessions s WHERE {condition} AND {SessionTables.IsNotOver}
                ORDER BY
                    {order}
                    CASE WHEN phase <> 'Lobby' THEN 0 WHEN opens_at > @now THEN 3 WHEN starts_at IS NOT NULL THEN 1 ELSE 2 END,
                    CASE WHEN starts_at IS NULL THEN 1 ELSE 0 END, opens_at, id
                LIMIT 1
                """,
                new { key, now }),
            cancellationToken);
        return row?.ToRecord();
    }
}
