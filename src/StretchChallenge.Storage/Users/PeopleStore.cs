using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Users;

/// <inheritdoc />
internal sealed class PeopleStore(LedgerDatabase database) : IPeopleStore
{
    /// <inheritdoc />
    public async Task<PersonRecord?> LoadAsync(UserId user, CancellationToken cancellationToken = default)
    {
        var people = await LoadAsync(PeopleMapping.OnePerson, user.Value, cancellationToken);
        return people.SingleOrDefault();
    }

    /// <inheritdoc />
    public Task<ImmutableArray<PersonRecord>> LoadParticipantsAsync(ChallengeId challenge, CancellationToken cancellationToken = default) =>
        LoadAsync(PeopleMapping.Participants, challenge.Value, cancellationToken);

    /// <inheritdoc />
    public Task SaveZoneChangesAsync(UserId user, ImmutableArray<ZoneChange> changes, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            user,
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM zone_changes WHERE user_id = @user", new { user });
                return await session.ExecuteAsync(
                    """
                    INSERT INTO zone_changes (user_id, position, effective_at, zone_id, neutralises)
                    VALUES (@user, @position, @EffectiveAt, @ZoneId, @Neutralises)
                    """,
                    changes.Select((change, position) => new { user, position, change.EffectiveAt, change.ZoneId, change.Neutralises }));
            },
            cancellationToken);

    /// <inheritdoc />
    public Task SaveWorkPatternsAsync(UserId user, ImmutableArray<WorkPatternChange> patterns, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            user,
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM work_patterns WHERE user_id = @user", new { user });
                return await session.ExecuteAsync(
                    "INSERT INTO work_patterns (user_id, position, from_date, work_days) VALUES (@user, @position, @From, @WorkDays)",
                    patterns.Select((pattern, position) => new { user, position, pattern.From, pattern.WorkDays }));
            },
            cancellationToken);

    /// <inheritdoc />
    public Task AddTimeOffAsync(UserId user, ImmutableArray<TimeOffRecord> timeOff, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            user,
            session => session.ExecuteAsync(
                "INSERT INTO time_off (user_id, id, from_date, to_date, entered_on) VALUES (@user, @Id, @From, @To, @EnteredOn)",
                timeOff.Select(off => new { user, off.Id, off.From, off.To, off.EnteredOn })),
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> ReplaceTimeOffAsync(UserId user, TimeOffRecord timeOff, CancellationToken cancellationToken = default) =>
        await ChangeAsync(
            user,
            session => session.ExecuteAsync(
                "UPDATE time_off SET from_date = @From, to_date = @To, entered_on = @EnteredOn WHERE user_id = @user AND id = @Id",
                new { user, timeOff.Id, timeOff.From, timeOff.To, timeOff.EnteredOn }),
            cancellationToken) == 1;

    /// <inheritdoc />
    public async Task<bool> RemoveTimeOffAsync(UserId user, string timeOffId, CancellationToken cancellationToken = default) =>
        await ChangeAsync(
            user,
            session => session.ExecuteAsync("DELETE FROM time_off WHERE user_id = @user AND id = @timeOffId", new { user, timeOffId }),
            cancellationToken) == 1;

    /// <inheritdoc />
    public async Task<CommandRecord?> FindCommandAsync(UserId user, string commandId, CancellationToken cancellationToken = default)
    {
        var row = await database.ReadAsync(
            session => session.FindAsync<CommandRow>(
                """
                SELECT command_id, fingerprint, answer, recorded_at
                FROM commands WHERE user_id = @user AND command_id = @commandId
                """,
                new { user, commandId }),
            cancellationToken);
        return row?.ToRecord();
    }

    /// <inheritdoc />
    public Task<int> DeleteCommandsAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM commands WHERE recorded_at < @before", new { before }), cancellationToken);

    /// <inheritdoc />
    public Task<bool> IsRunCompletedAsync(string runId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.FindAsync<bool>("SELECT EXISTS (SELECT 1 FROM completions WHERE run_id = @runId)", new { runId }),
            cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<OccupiedTimeRecord>> LoadOccupiedTimeAsync(
        UserId user, DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<OccupiedTimeRow>(
                "SELECT run_id, from_at, to_at FROM occupied_time WHERE user_id = @user AND to_at > @since ORDER BY from_at",
                new { user, since }),
            cancellationToken);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <inheritdoc />
    public Task<int> CountSessionsAsync(UserId user, DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.FindAsync<int>(
                """
                SELECT COUNT(DISTINCT session_id)
                FROM completions WHERE user_id = @user AND local_date BETWEEN @from AND @to
                """,
                new { user, from, to }),
            cancellationToken);

    /// <inheritdoc />
    public Task<long> SumSecondsAsync(UserId user, DateOnly from, DateOnly to, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.FindAsync<long>(
                """
                SELECT CAST(COALESCE(SUM(seconds), 0) AS bigint)
                FROM completions WHERE user_id = @user AND local_date BETWEEN @from AND @to
                """,
                new { user, from, to }),
            cancellationToken);

    // Changes the person's calendar, which boards and teams count with.
    private Task<int> ChangeAsync(UserId user, Func<LedgerSession, Task<int>> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var rows = await change(session);
                await ChangeFeedTables.RecordAsync(session, user);
                return rows;
            },
            cancellationToken);

    private Task<ImmutableArray<PersonRecord>> LoadAsync(string people, string id, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(
            async session =>
            {
                await using var rows = await session.QueryMultipleAsync(PeopleMapping.QueriesFor(people), new { id });
                return await PeopleMapping.ReadAsync(rows);
            },
            cancellationToken);
}

/// <summary>A row of <c>occupied_time</c>.</summary>
internal sealed class OccupiedTimeRow
{
    public string RunId { get; init; } = "";

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset ToAt { get; init; }

    public OccupiedTimeRecord ToRecord() =>
        new(RunId, new TimeInterval(FromAt.ToUnixTimeMilliseconds(), ToAt.ToUnixTimeMilliseconds()));
}

/// <summary>A row of <c>commands</c>.</summary>
internal sealed class CommandRow
{
    public string CommandId { get; init; } = "";

    public string Fingerprint { get; init; } = "";

    public string Answer { get; init; } = "";

    public DateTimeOffset RecordedAt { get; init; }

    public CommandRecord ToRecord() => new(CommandId, Fingerprint, Answer, RecordedAt);
}
