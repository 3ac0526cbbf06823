using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>
/// Plans the sessions of recurring breaks for the next days, and keeps those that have not opened in line with their schedules and
/// challenges (rule 24). Reads everything in one go, and calls only the sessions that differ. Idempotent, on any node.
/// </summary>
internal sealed partial class ScheduledBreaks(
    IScheduleStore schedules,
    IGrainFactory grains,
    RoutineCatalogue catalogue,
    WallPushService walls,
    TimeProvider time,
    ILogger<ScheduledBreaks> logger)
{
    /// <summary>How many sessions are planned or changed at once.</summary>
    private const int MaxConcurrentCalls = 8;

    /// <summary>Brings the sessions of one challenge, or of all, in line with their schedules.</summary>
    public async Task AlignAsync(ChallengeId? challenge, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Today begins at most 12 hours after and 14 hours before that of UTC.
        var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        var upcoming = await schedules.LoadUpcomingAsync(challenge, from, cancellationToken);
        var steps = upcoming.SelectMany(schedule => StepsOf(schedule, now)).ToList();
        await Parallel.ForEachAsync(
            steps,
            new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentCalls, CancellationToken = cancellationToken },
            async (step, _) => await TakeAsync(step));
        foreach (var changed in steps.Select(step => step.ChallengeId).Distinct())
        {
            await walls.RefreshAsync(changed);
        }
    }

    /// <summary>What differs between a schedule and its sessions.</summary>
    internal IEnumerable<ScheduleStep> StepsOf(UpcomingSchedule upcoming, DateTimeOffset now)
    {
        var (schedule, plan) = (upcoming.Schedule, upcoming.Schedule.Plan);
        if (catalogue.Find(schedule.RoutineId) is not { } routine || !TimeZones.TryFind(upcoming.Challenge.ZoneId, out var zone))
        {
            LogImpossible(schedule.Id);
            yield break;
        }

        var challenge = upcoming.Challenge;
        var calendar = new ChallengeCalendar(challenge.StartsOn, challenge.EndsOn, zone, challenge.WorkDays, challenge.Holidays);
        FollowSchedule On(Occurrence occurrence) => new(
            schedule.Id.Value,
            schedule.Revision,
            occurrence.Date,
            schedule.ChallengeId.Value,
            schedule.Hosts is [var lead, ..] ? lead.Value : null,
            schedule.Team?.Value,
            schedule.RoutineId,
            [.. routine.Steps.Select(step => step.PlannedSeconds * 1000L)],
            occurrence.StartsAt);

        foreach (var session in upcoming.Sessions.Where(session => session.Phase == SessionPhase.Lobby && session.OpensAt > now))
        {
            var (date, place) = (session.Schedule!.Date!.Value, session.Schedule);
            if (schedule.EndedAt is not null || !plan.TakesPlaceOn(calendar, date))
            {
                yield return new ScheduleStep(session.Id.Value, schedule.ChallengeId.Value, null);
                continue;
            }

            var wanted = On(new Occurrence(date, plan.StartOn(calendar, date)));
            var isAsPlanned = place.Revision == wanted.Revision && place.StartsAt == wanted.StartsAt;
            if (!isAsPlanned && wanted.StartsAt <= now)
            {
                yield return new ScheduleStep(session.Id.Value, schedule.ChallengeId.Value, null);
            }
            else if (!isAsPlanned || session.Host?.Value != wanted.HostId || session.Team?.Value != wanted.TeamId)
            {
                yield return new ScheduleStep(session.Id.Value, schedule.ChallengeId.Value, wanted);
            }
        }

        if (schedule.EndedAt is null)
        {
            var planned = upcoming.Sessions.Select(session => session.Schedule!.Date).ToHashSet();
            foreach (var occurrence in plan.OccurrencesAfter(calendar, now).Where(occurrence => !planned.Contains(occurrence.Date)))
            {
                yield return new ScheduleStep(Guid.NewGuid().ToString("N"), schedule.ChallengeId.Value, On(occurrence));
            }
        }
    }

    private async Task TakeAsync(ScheduleStep step)
    {
        try
        {
            var session = grains.GetGrain<ISessionGrain>(step.SessionId);
            await (step.Plan is { } plan ? session.FollowScheduleAsync(plan) : session.LeaveScheduleAsync());
        }
        catch (Exception exception)
        {
            // One session that cannot be saved does not affect the others. The next sweep finds it again.
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Planning a recurring break failed and will be retried.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The recurring break {Schedule} has a routine or a zone that is not known any more; nothing is planned from it.")]
    private partial void LogImpossible(ScheduleId schedule);
}

/// <summary>What to do with a session of a schedule.</summary>
/// <param name="SessionId">The session, new or planned already.</param>
/// <param name="ChallengeId">Its challenge.</param>
/// <param name="Plan">How it is to be planned; null where it is to be called off.</param>
internal sealed record ScheduleStep(string SessionId, string ChallengeId, FollowSchedule? Plan);
