using System.Collections.Immutable;
using System.Globalization;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Sessions;

/// <summary>The tables <c>session_schedules</c> and <c>schedule_hosts</c>, and the place of sessions in them.</summary>
internal static class ScheduleTables
{
    private const string TimeFormat = "HH:mm";

    /// <summary>
    /// Locks the accounts of planner and hosts, in the order of their ids, until the commit. Returns the schedule without those whose
    /// account was deleted meanwhile.
    /// </summary>
    public static async Task<ScheduleRecord> LockPeopleAsync(LedgerSession transaction, ScheduleRecord schedule)
    {
        var found = new HashSet<UserId>();
        UserId[] people = schedule.Planner is { } planner ? [.. schedule.Hosts, planner] : [.. schedule.Hosts];
        foreach (var person in people.Distinct().OrderBy(person => person.Value, StringComparer.Ordinal))
        {
            if (await AccountTable.LockAsync(transaction, person))
            {
                found.Add(person);
            }
        }

        return schedule with
        {
            Planner = schedule.Planner is { } there && found.Contains(there) ? there : null,
            Hosts = [.. schedule.Hosts.Where(found.Contains)],
        };
    }

    /// <summary>
    /// Returns the limit that a new schedule, whose planner is locked, would exceed; null when it may be inserted.
    /// </summary>
    public static async Task<ScheduleInsertion?> FindExceededAsync(LedgerSession transaction, ScheduleRecord schedule, ScheduleLimits limits)
    {
        // Locked too, so that of several transactions each counts what the one before has inserted.
        await transaction.ExecuteAsync("UPDATE challenges SET name = name WHERE id = @ChallengeId", new { schedule.ChallengeId });
        var inChallenge = await transaction.FindAsync<int>(
            "SELECT COUNT(*) FROM session_schedules WHERE challenge_id = @ChallengeId AND ended_at IS NULL", new { schedule.ChallengeId });
        if (inChallenge >= limits.InChallenge)
        {
            return ScheduleInsertion.TooManyInChallenge;
        }

        if (limits.MostPlanned is not { } most || schedule.Planner is not { } planner)
        {
            return null;
        }

        var planned = await transaction.FindAsync<int>(
            """
            SELECT COUNT(*) FROM sessions
            WHERE host_id = @planner AND challenge_id = @ChallengeId AND schedule_id IS NULL AND starts_at IS NOT NULL AND phase = 'Lobby'
            """,
            new { planner, schedule.ChallengeId }) + await CountPlannedAsync(transaction, schedule.ChallengeId, planner);
        return planned >= most ? ScheduleInsertion.TooManyPlanned : null;
    }

    /// <summary>Returns how many schedules of a challenge a person planned that go on.</summary>
    public static Task<int> CountPlannedAsync(LedgerSession transaction, ChallengeId challenge, UserId planner) => transaction.FindAsync<int>(
        "SELECT COUNT(*) FROM session_schedules WHERE planner_id = @planner AND challenge_id = @challenge AND ended_at IS NULL",
        new { planner, challenge });

    /// <summary>Inserts a schedule with its hosts.</summary>
    public static async Task<bool> InsertAsync(LedgerSession transaction, ScheduleRecord schedule)
    {
        await transaction.ExecuteAsync(
            """
            INSERT INTO session_schedules
                (id, challenge_id, planner_id, team_id, routine_id, local_time, weekdays, revision, created_at, ended_at)
            VALUES (@Id, @ChallengeId, @Planner, @Team, @RoutineId, @time, @weekdays, @Revision, @CreatedAt, @EndedAt)
            """,
            ParametersOf(schedule));
        return await InsertHostsAsync(transaction, schedule);
    }

    /// <summary>Saves a schedule as its next revision; returns false when it was ended or does not exist.</summary>
    public static async Task<bool> UpdateAsync(LedgerSession transaction, ScheduleRecord schedule)
    {
        var updated = await transaction.ExecuteAsync(
            """
            UPDATE session_schedules SET team_id = @Team, routine_id = @RoutineId, local_time = @time, weekdays = @weekdays,
                revision = revision + 1
            WHERE id = @Id AND challenge_id = @ChallengeId AND ended_at IS NULL
            """,
            ParametersOf(schedule));
        if (updated == 0)
        {
            return false;
        }

        await transaction.ExecuteAsync("DELETE FROM schedule_hosts WHERE schedule_id = @Id", new { schedule.Id });
        return await InsertHostsAsync(transaction, schedule);
    }

    /// <summary>
    /// Returns the schedules <c>s</c> of challenges <c>c</c> that meet a condition on <c>@key</c> and <c>@from</c>, with those hosts
    /// who are in the challenge.
    /// </summary>
    public static async Task<ImmutableArray<ScheduleRecord>> LoadAsync(LedgerSession read, string condition, string key, DateOnly from)
    {
        var schedules = $"FROM session_schedules s JOIN challenges c ON c.id = s.challenge_id WHERE {condition}";
        await using var results = await read.QueryMultipleAsync(
            $"""
            SELECT s.id, s.challenge_id, s.planner_id, s.team_id, s.routine_id, s.local_time, s.weekdays, s.revision, s.created_at, s.ended_at
            {schedules} ORDER BY s.local_time, s.id;

            SELECT h.schedule_id, h.user_id FROM schedule_hosts h
            JOIN session_schedules own ON own.id = h.schedule_id
            JOIN enrolments e ON e.challenge_id = own.challenge_id AND e.user_id = h.user_id
            WHERE h.schedule_id IN (SELECT s.id {schedules})
            AND {EnrolmentTables.IsPresent("e")}
            ORDER BY h.position;
            """,
            new { key, from });
        var rows = await results.ReadAsync<ScheduleRow>();
        var hosts = (await results.ReadAsync<ScheduleHostRow>()).ToLookup(row => row.ScheduleId, row => row.UserId);
        return [.. rows.Select(row => row.ToRecord([.. hosts[row.Id]]))];
    }

    /// <summary>Returns the sessions of schedules from a date on, over ones too.</summary>
    public static async Task<ImmutableArray<SessionRecord>> LoadSessionsAsync(LedgerSession read, ChallengeId? challenge, DateOnly from)
    {
        var rows = await read.QueryAsync<SessionRow>(
            $"""
            SELECT {SessionRow.ColumnsOf("o")} FROM session_schedules s
            JOIN sessions o ON o.schedule_id = s.id AND o.schedule_date >= @from
            {(challenge is null ? "" : "WHERE s.challenge_id = @key")}
            """,
            new { key = challenge?.Value ?? "", from });
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Returns all hosts of a schedule.</summary>
    public static Task<ImmutableArray<UserId>> LoadHostsAsync(LedgerSession read, ScheduleId schedule) => read.QueryAsync<UserId>(
        "SELECT user_id FROM schedule_hosts WHERE schedule_id = @schedule ORDER BY position", new { schedule });

    /// <summary>Whether the schedule has a session on the date.</summary>
    public static Task<bool> HasSessionAsync(LedgerSession read, ScheduledSession place) => read.FindAsync<bool>(
        "SELECT EXISTS (SELECT 1 FROM sessions WHERE schedule_id = @Id AND schedule_date = @Date)", new { place.Id, place.Date });

    /// <summary>Saves the host, the team and the place in the schedule.</summary>
    public static Task<int> SaveSessionAsync(LedgerSession transaction, SessionRecord session) => transaction.ExecuteAsync(
        """
        UPDATE sessions SET host_id = @Host, team_id = @Team, schedule_revision = @Revision, scheduled_for = @StartsAt WHERE id = @Id
        """,
        new { session.Id, session.Host, session.Team, session.Schedule!.Revision, session.Schedule.StartsAt });

    private static object ParametersOf(ScheduleRecord schedule) => new
    {
        schedule.Id,
        schedule.ChallengeId,
        schedule.Planner,
        schedule.Team,
        schedule.RoutineId,
        time = schedule.Plan.Time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        weekdays = schedule.Plan.Weekdays?.ToString(),
        schedule.Revision,
        schedule.CreatedAt,
        schedule.EndedAt,
    };

    private static async Task<bool> InsertHostsAsync(LedgerSession transaction, ScheduleRecord schedule)
    {
        await transaction.ExecuteAsync(
            "INSERT INTO schedule_hosts (schedule_id, user_id, position) VALUES (@Id, @host, @position)",
            schedule.Hosts.Select((host, position) => new { schedule.Id, host, position }));
        return true;
    }

    /// <summary>A row of <c>session_schedules</c>.</summary>
    private sealed class ScheduleRow
    {
        public ScheduleId Id { get; init; }

        public ChallengeId ChallengeId { get; init; }

        public UserId? PlannerId { get; init; }

        public TeamId? TeamId { get; init; }

        public string RoutineId { get; init; } = "";

        public string LocalTime { get; init; } = "";

        public WorkDays? Weekdays { get; init; }

        public int Revision { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public ScheduleRecord ToRecord(ImmutableArray<UserId> hosts) => new(
            Id,
            ChallengeId,
            PlannerId,
            TeamId,
            RoutineId,
            new BreakSchedule(TimeOnly.ParseExact(LocalTime, TimeFormat, CultureInfo.InvariantCulture), Weekdays),
            hosts,
            Revision,
            CreatedAt,
            EndedAt);
    }

    /// <summary>A row of <c>schedule_hosts</c>.</summary>
    private sealed class ScheduleHostRow
    {
        public ScheduleId ScheduleId { get; init; }

        public UserId UserId { get; init; }
    }
}
