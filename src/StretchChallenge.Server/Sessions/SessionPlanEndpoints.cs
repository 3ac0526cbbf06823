using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>A challenge's live breaks that are planned or on, and the changes of their plans (rule 24).</summary>
internal static class SessionPlanEndpoints
{
    public static async Task<Results<Ok<ImmutableArray<SessionListed>>, ProblemHttpResult>> List(
        string id,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        ISessionStore sessions,
        IScheduleStore schedules,
        IAccountStore accounts,
        CancellationToken cancellationToken)
    {
        var user = caller.Id();
        if ((await grains.GetGrain<IChallengeGrain>(id).GetAsync(user.Value, cancellationToken)).IsRefused(out var refusal, out var challenge))
        {
            return Problem.Of(refusal);
        }

        var open = await sessions.LoadOpenAsync(new ChallengeId(id), cancellationToken);
        var hosts = new Dictionary<UserId, string?>();
        foreach (var host in open.Select(session => session.Host).OfType<UserId>().Distinct())
        {
            hosts[host] = (await accounts.FindAsync(host, cancellationToken))?.DisplayName;
        }

        var led = open.Any(session => session.Schedule is not null)
            ? (await schedules.LoadAsync(new ChallengeId(id), cancellationToken))
                .Where(schedule => schedule.Hosts.Contains(user)).Select(schedule => schedule.Id).ToHashSet()
            : [];
        return TypedResults.Ok<ImmutableArray<SessionListed>>(
        [
            .. open.Select(session => new SessionListed(
                session.Id.Value,
                session.Code,
                session.RoutineId,
                session.Phase,
                session.OpensAt,
                session.StartsAt,
                session.Host is { } host ? hosts[host] : null,
                session.Phase == SessionPhase.Lobby
                    && (session.Host == user
                        || challenge.Role == ChallengeRole.Organiser
                        || (session.Schedule is { } schedule && led.Contains(schedule.Id))),
                session.Schedule?.Id.Value,
                challenge.Teams.FirstOrDefault(team => team.Id == session.Team?.Value)?.Name)),
        ]);
    }

    public static async Task<Results<Ok<SessionPlanned>, ProblemHttpResult>> Change(
        string code,
        SessionChange request,
        ClaimsPrincipal caller,
        RoutineCatalogue catalogue,
        ISessionStore sessions,
        IGrainFactory grains,
        WallPushService walls,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(code, caller, sessions, grains, cancellationToken) is not var (session, role))
        {
            return Problem.Of(ChallengeRefusals.UnknownCode(CodeKind.Session));
        }

        var routine = request.RoutineId is { } wanted ? catalogue.Find(wanted) : null;
        if (request.RoutineId is not null && routine is null)
        {
            return Problem.Of(DayRefusals.UnknownRoutine.At("routineId"));
        }

        var outcome = await grains.GetGrain<ISessionGrain>(session.Id.Value).ChangeAsync(new ChangeSession(
            caller.Id().Value,
            role,
            request.StartsAt,
            routine?.Id,
            [.. (routine?.Steps ?? []).Select(step => step.PlannedSeconds * 1000L)]));
        await walls.RefreshAsync(session.ChallengeId.Value);
        return outcome.IsRefused(out var refusal, out var view)
            ? Problem.Of(refusal)
            : TypedResults.Ok(new SessionPlanned(view.Id, view.Code, view.RoutineId, view.Phase, view.OpensAt, view.StartsAt));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> CallOff(
        string code,
        ClaimsPrincipal caller,
        ISessionStore sessions,
        IGrainFactory grains,
        WallPushService walls,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(code, caller, sessions, grains, cancellationToken) is not var (session, role))
        {
            return Problem.Of(ChallengeRefusals.UnknownCode(CodeKind.Session));
        }

        var refusal = await grains.GetGrain<ISessionGrain>(session.Id.Value).CallOffAsync(caller.Id().Value, role);
        await walls.RefreshAsync(session.ChallengeId.Value);
        return refusal.ToHttp();
    }

    // Null for who is not in the challenge, too: the code alone opens the room, and nothing else.
    private static async Task<(SessionRecord Session, ChallengeRole Role)?> FindAsync(
        string code, ClaimsPrincipal caller, ISessionStore sessions, IGrainFactory grains, CancellationToken cancellationToken) =>
        await SessionEndpoints.FindAsync(code, sessions, cancellationToken) is { } session
        && await grains.GetGrain<IChallengeGrain>(session.ChallengeId.Value).GetRoleAsync(caller.Id().Value, cancellationToken) is { } role
            ? (session, role)
            : null;
}

/// <summary>A change of a live break that has not begun; what is missing stays as it is.</summary>
/// <param name="StartsAt">When it is to start.</param>
/// <param name="RoutineId">The routine that will run.</param>
public sealed record SessionChange(DateTimeOffset? StartsAt = null, string? RoutineId = null);

/// <summary>A live break after a change of its plan.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">Its code.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="OpensAt">When its lobby opens or opened.</param>
/// <param name="StartsAt">When it is planned to start; null where its host starts it.</param>
public sealed record SessionPlanned(
    string Id, string Code, string RoutineId, SessionPhase Phase, DateTimeOffset OpensAt, DateTimeOffset? StartsAt);

/// <summary>A live break of a challenge that is planned or on.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">Its code.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="Phase">Where it stood when it was saved last.</param>
/// <param name="OpensAt">When its lobby opens or opened.</param>
/// <param name="StartsAt">When it is planned to start; null where its host starts it.</param>
/// <param name="Host">The host's name; null where that account is gone.</param>
/// <param name="MayChange">Whether the caller may change it or call it off.</param>
/// <param name="ScheduleId">The recurring break that planned it; null when somebody did.</param>
/// <param name="Team">The name of the team whose members find it first; null when it is for the whole challenge.</param>
public sealed record SessionListed(
    string Id,
    string Code,
    string RoutineId,
    SessionPhase Phase,
    DateTimeOffset OpensAt,
    DateTimeOffset? StartsAt,
    string? Host,
    bool MayChange,
    string? ScheduleId,
    string? Team);
