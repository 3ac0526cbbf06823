using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Storage.Sessions;

/// <summary>Recurring breaks, and the sessions that were planned from them. With what the audit log tells of a change, if it is told.</summary>
public interface IScheduleStore
{
    /// <summary>Saves a new schedule with its hosts, unless its challenge or its planner has the most allowed.</summary>
    Task<ScheduleInsertion> AddAsync(
        ScheduleRecord schedule, ScheduleLimits limits, AuditEntry? audit = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the schedules of a challenge that were not ended, ordered by time of day.</summary>
    Task<ImmutableArray<ScheduleRecord>> LoadAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves everything of a schedule but its planner, as its next revision; returns false when it was ended or does not exist.
    /// </summary>
    Task<bool> ChangeAsync(ScheduleRecord schedule, AuditEntry? audit = null, CancellationToken cancellationToken = default);

    /// <summary>Ends a schedule of a challenge; returns false when it has none with this id, or it was ended.</summary>
    Task<bool> EndAsync(
        ChallengeId challenge, ScheduleId schedule, DateTimeOffset at, AuditEntry? audit = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the schedules of challenges that are not past, with their sessions from a date on; ended ones only while they have such
    /// sessions. One snapshot, for any number of challenges.
    /// </summary>
    /// <param name="challenge">The one challenge to read; null for all.</param>
    /// <param name="from">The first date.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<ImmutableArray<UpcomingSchedule>> LoadUpcomingAsync(
        ChallengeId? challenge, DateOnly from, CancellationToken cancellationToken = default);
}

/// <summary>A break that recurs.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="Planner">Who planned it; null when that account was deleted.</param>
/// <param name="Team">The team whose members find it first; null when it is for the whole challenge.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Plan">When it takes place.</param>
/// <param name="Hosts">Its hosts who are in the challenge now, the first one leading.</param>
/// <param name="Revision">How often it was changed.</param>
/// <param name="CreatedAt">When it was planned.</param>
/// <param name="EndedAt">When it was ended; null while it goes on.</param>
public sealed record ScheduleRecord(
    ScheduleId Id,
    ChallengeId ChallengeId,
    UserId? Planner,
    TeamId? Team,
    string RoutineId,
    BreakSchedule Plan,
    ImmutableArray<UserId> Hosts,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt = null);

/// <summary>A schedule with its challenge, and its sessions that are to come or were today.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Challenge">Its challenge.</param>
/// <param name="Sessions">The sessions.</param>
public sealed record UpcomingSchedule(ScheduleRecord Schedule, ChallengeRecord Challenge, ImmutableArray<SessionRecord> Sessions);

/// <summary>How many schedules there may be.</summary>
/// <param name="InChallenge">In the challenge.</param>
/// <param name="MostPlanned">Schedules and planned sessions of the planner in the challenge; null without a limit.</param>
public readonly record struct ScheduleLimits(int InChallenge, int? MostPlanned);

/// <summary>Whether a new schedule was saved.</summary>
public enum ScheduleInsertion
{
    /// <summary>It was.</summary>
    Created,

    /// <summary>The challenge has <see cref="ScheduleLimits.InChallenge" /> schedules.</summary>
    TooManyInChallenge,

    /// <summary>The planner has <see cref="ScheduleLimits.MostPlanned" /> planned breaks.</summary>
    TooManyPlanned,
}
