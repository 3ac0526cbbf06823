using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Sessions;

/// <inheritdoc cref="IScheduleStore" />
internal sealed class ScheduleStore(LedgerDatabase database) : IScheduleStore
{
    /// <inheritdoc />
    public Task<ScheduleInsertion> AddAsync(
        ScheduleRecord schedule, ScheduleLimits limits, AuditEntry? audit = null, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction =>
            {
                schedule = await ScheduleTables.LockPeopleAsync(transaction, schedule);
                if (await ScheduleTables.FindExceededAsync(transaction, schedule, limits) is { } exceeded)
                {
                    return exceeded;
                }

                await ScheduleTables.InsertAsync(transaction, schedule);
                await RecordAsync(transaction, audit);
                return ScheduleInsertion.Created;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<ScheduleRecord>> LoadAsync(ChallengeId challenge, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            read => ScheduleTables.LoadAsync(read, "s.challenge_id = @key AND s.ended_at IS NULL", challenge.Value, default),
            cancellationToken);

    /// <inheritdoc />
    public Task<bool> ChangeAsync(ScheduleRecord schedule, AuditEntry? audit = null, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction => await ScheduleTables.UpdateAsync(transaction, await ScheduleTables.LockPeopleAsync(transaction, schedule))
                && await RecordAsync(transaction, audit),
            cancellationToken);

    /// <inheritdoc />
    public Task<bool> EndAsync(
        ChallengeId challenge, ScheduleId schedule, DateTimeOffset at, AuditEntry? audit = null, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async transaction => await transaction.ExecuteAsync(
                "UPDATE session_schedules SET ended_at = @at WHERE id = @schedule AND challenge_id = @challenge AND ended_at IS NULL",
                new { schedule, challenge, at }) == 1
                && await RecordAsync(transaction, audit),
            cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<UpcomingSchedule>> LoadUpcomingAsync(
        ChallengeId? challenge, DateOnly from, CancellationToken cancellationToken = default) =>
        database.ReadSnapshotAsync(
            async snapshot =>
            {
                var schedules = await ScheduleTables.LoadAsync(
                    snapshot,
                    $"""
                    {(challenge is null ? "" : "s.challenge_id = @key AND")} c.ends_on >= @from AND (s.ended_at IS NULL
                        OR EXISTS (SELECT 1 FROM sessions o WHERE o.schedule_id = s.id AND o.schedule_date >= @from))
                    """,
                    challenge?.Value ?? "",
                    from);
                if (schedules.IsEmpty)
                {
                    return [];
                }

                var challenges = (await ChallengeTables.LoadAsync(
                    snapshot,
                    challenge is null ? "ends_on >= @key AND EXISTS (SELECT 1 FROM session_schedules s WHERE s.challenge_id = challenges.id)" : "id = @key",
                    challenge?.Value ?? (object)from)).ToDictionary(record => record.Id);
                var sessions = (await ScheduleTables.LoadSessionsAsync(snapshot, challenge, from)).ToLookup(session => session.Schedule!.Id);
                return schedules
                    .Select(schedule => new UpcomingSchedule(schedule, challenges[schedule.ChallengeId], [.. sessions[schedule.Id]]))
                    .ToImmutableArray();
            },
            cancellationToken);

    private static async Task<bool> RecordAsync(LedgerSession transaction, AuditEntry? audit)
    {
        if (audit is not null)
        {
            await AuditTables.RecordAsync(transaction, audit);
        }

        return true;
    }
}
