using System.Globalization;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Storage.Sessions;

/// <summary>A row of <c>sessions</c>.</summary>
internal class SessionRow
{
    public const string Columns =
        "id, code, challenge_id, routine_id, steps, host_id, opens_at, starts_at, phase, created_at, seen_at, settled_at, "
        + "revision, changed_at, schedule_id, schedule_date, schedule_revision, scheduled_for, team_id";

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

    public int Revision { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public ScheduleId? ScheduleId { get; init; }

    public DateOnly? ScheduleDate { get; init; }

    public int? ScheduleRevision { get; init; }

    public DateTimeOffset? ScheduledFor { get; init; }

    public TeamId? TeamId { get; init; }

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
        SettledAt)
    {
        Revision = Revision,
        ChangedAt = ChangedAt,
        Schedule = ScheduleId is { } schedule
            ? new ScheduledSession(schedule, ScheduleDate, ScheduleRevision ?? 0, ScheduledFor ?? OpensAt)
            : null,
        Team = TeamId,
    };
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
}
