using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>A challenge's recurring breaks (rule 24): who may plan breaks plans them, their hosts and organisers change and delete them.</summary>
internal static class ScheduleEndpoints
{
    /// <summary>The most recurring breaks of one challenge.</summary>
    public const int MaxPerChallenge = 200;

    /// <summary>Maps the recurring breaks of challenges.</summary>
    public static void MapSchedules(this RouteGroupBuilder api)
    {
        var schedules = api.MapGroup("/challenges/{id}/schedules").WithTags("Live breaks");
        schedules.MapGet("", List);
        schedules.MapPost("", Add);
        schedules.MapGet("/hosts", ScheduleHosts.Find).WithSummary("People who can host a recurring break, by name, for who may plan one.");
        schedules.MapPut("/{sid}", Change);
        schedules.MapDelete("/{sid}", Remove);
    }

    private static async Task<Results<Ok<ImmutableArray<ScheduleListed>>, ProblemHttpResult>> List(
        string id,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IScheduleStore schedules,
        IAccountStore accounts,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(id, caller, grains, cancellationToken) is not { } challenge)
        {
            return Problem.Of(ChallengeRefusals.UnknownChallenge);
        }

        var found = await schedules.LoadAsync(new ChallengeId(id), cancellationToken);
        var names = new Dictionary<UserId, string?>();
        foreach (var host in found.SelectMany(schedule => schedule.Hosts).Distinct())
        {
            names[host] = (await accounts.FindAsync(host, cancellationToken))?.DisplayName;
        }

        return TypedResults.Ok<ImmutableArray<ScheduleListed>>(
        [
            .. found.Select(schedule => new ScheduleListed(
                schedule.Id.Value,
                schedule.RoutineId,
                ScheduleRequest.TextOf(schedule.Plan.Time),
                schedule.Plan.Weekdays?.Names,
                challenge.TimeZone,
                challenge.Teams.FirstOrDefault(team => team.Id == schedule.Team?.Value)?.Name,
                schedule.Team?.Value,
                [.. schedule.Hosts.Where(host => names[host] is not null).Select(host => new ScheduleHost(host.Value, names[host]!))],
                MayChange(schedule, caller.Id(), challenge.Role))),
        ]);
    }

    private static async Task<Results<Ok<ScheduleCreated>, ProblemHttpResult>> Add(
        string id,
        ScheduleRequest request,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        RoutineCatalogue catalogue,
        IScheduleStore schedules,
        ScheduledBreaks breaks,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(id, caller, grains, cancellationToken) is not { } challenge)
        {
            return Problem.Of(ChallengeRefusals.UnknownChallenge);
        }

        if (!HostRules.MayPlan(challenge.Role, challenge.Planning))
        {
            return Problem.Of(SessionRefusals.CaptainsPlan.At("time"));
        }

        var blank = new ScheduleRecord(
            new ScheduleId(Guid.NewGuid().ToString("N")), new ChallengeId(id), caller.Id(), null, "", default, [caller.Id()], 0, time.GetUtcNow());
        if (request.FindFault() is { } fault)
        {
            return fault;
        }

        if ((await request.ApplyAsync(blank, challenge, catalogue, grains)).IsRefused(out var refusal, out var schedule))
        {
            return Problem.Of(refusal);
        }

        var limits = new ScheduleLimits(
            MaxPerChallenge, challenge.Role == ChallengeRole.Participant ? HostRules.MostPlannedByParticipant : null);
        switch (await schedules.AddAsync(schedule, limits, EntryOf("scheduleAdded", schedule, caller, time), cancellationToken))
        {
            case ScheduleInsertion.TooManyInChallenge:
                return Problem.Of(SessionRefusals.TooManySchedules(MaxPerChallenge));
            case ScheduleInsertion.TooManyPlanned:
                return Problem.Of(SessionRefusals.TooManyPlanned(HostRules.MostPlannedByParticipant));
            default:
                await breaks.AlignAsync(schedule.ChallengeId, cancellationToken);
                return TypedResults.Ok(new ScheduleCreated(schedule.Id.Value));
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Change(
        string id,
        string sid,
        ScheduleRequest request,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        RoutineCatalogue catalogue,
        IScheduleStore schedules,
        ScheduledBreaks breaks,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if ((await FindToChangeAsync(id, sid, caller, grains, schedules, cancellationToken)).IsRefused(out var refusal, out var found))
        {
            return Problem.Of(refusal);
        }

        if (request.FindFault() is { } fault)
        {
            return fault;
        }

        if ((await request.ApplyAsync(found.Schedule, found.Challenge, catalogue, grains)).IsRefused(out refusal, out var schedule))
        {
            return Problem.Of(refusal);
        }

        if (!await schedules.ChangeAsync(schedule, EntryOf("scheduleChanged", schedule, caller, time), cancellationToken))
        {
            return Problem.Of(SessionRefusals.UnknownSchedule);
        }

        await breaks.AlignAsync(schedule.ChallengeId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string id,
        string sid,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IScheduleStore schedules,
        ScheduledBreaks breaks,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if ((await FindToChangeAsync(id, sid, caller, grains, schedules, cancellationToken)).IsRefused(out var refusal, out var found))
        {
            return Problem.Of(refusal);
        }

        var schedule = found.Schedule;
        if (!await schedules.EndAsync(
            schedule.ChallengeId, schedule.Id, time.GetUtcNow(), EntryOf("scheduleEnded", schedule, caller, time), cancellationToken))
        {
            return Problem.Of(SessionRefusals.UnknownSchedule);
        }

        await breaks.AlignAsync(schedule.ChallengeId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<ChallengeView?> FindAsync(
        string id, ClaimsPrincipal caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        (await grains.GetGrain<IChallengeGrain>(id).GetAsync(caller.Id().Value, cancellationToken)).Value;

    private static async Task<Outcome<ScheduleInChallenge>> FindToChangeAsync(
        string id,
        string sid,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        IScheduleStore schedules,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(id, caller, grains, cancellationToken) is not { } challenge)
        {
            return ChallengeRefusals.UnknownChallenge;
        }

        if ((await schedules.LoadAsync(new ChallengeId(id), cancellationToken)).FirstOrDefault(one => one.Id.Value == sid) is not { } schedule)
        {
            return SessionRefusals.UnknownSchedule;
        }

        return MayChange(schedule, caller.Id(), challenge.Role) ? new ScheduleInChallenge(schedule, challenge) : SessionRefusals.NotItsHost;
    }

    private static AuditEntry EntryOf(string action, ScheduleRecord schedule, ClaimsPrincipal caller, TimeProvider time) => AuditEntry.Of(
        schedule.ChallengeId,
        time.GetUtcNow(),
        caller.Id(),
        action,
        new { time = ScheduleRequest.TextOf(schedule.Plan.Time), weekdays = schedule.Plan.Weekdays?.Names });

    private static bool MayChange(ScheduleRecord schedule, UserId caller, ChallengeRole role) =>
        role == ChallengeRole.Organiser || schedule.Planner == caller || schedule.Hosts.Contains(caller);
}

/// <summary>A schedule with its challenge as the caller sees it.</summary>
internal sealed record ScheduleInChallenge(ScheduleRecord Schedule, ChallengeView Challenge);
