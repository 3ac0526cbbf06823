using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Challenges.Import;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Server.Live.Walls;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems.Fields;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Server.Challenges;

/// <summary>Challenges, with their teams and members.</summary>
internal static class ChallengeEndpoints
{
    /// <summary>Maps <c>/api/challenges</c> and <c>/api/invitations</c>.</summary>
    public static void MapChallenges(this RouteGroupBuilder api)
    {
        var challenges = api.MapGroup("/challenges").WithTags("Challenges and teams");
        challenges.MapGet("", List);
        challenges.MapPost("", Create).ForbidGuests();
        challenges.MapGet("/{id}", Get);
        challenges.MapPut("/{id}", Change);
        challenges.MapDelete("/{id}", Delete);
        challenges.MapPost("/{id}/code", RenewCode);
        challenges.MapPost("/{id}/teams", AddTeam);
        challenges.MapPost("/{id}/leave", Leave);
        challenges.MapPut("/{id}/members/{user}", SetMember);
        challenges.MapDelete("/{id}/members/{user}", RemoveMember);
        challenges.MapMembers();
        challenges.MapImports();
        challenges.MapPost("/join", InvitationEndpoints.Join).ForbidGuests().LimitFailedCodes(CodeKind.Invitation);
        challenges.MapGet("/{id}/invitation.svg", InvitationEndpoints.QrCode);
        api.MapGet("/invitations", InvitedPeopleEndpoints.Offers).WithTags("Challenges and teams");
        api.MapGet("/invitations/{code}", InvitationEndpoints.Get).WithTags("Challenges and teams").AllowAnonymous().LimitFailedCodes(CodeKind.Invitation);
    }

    private static async Task<Ok<List<ChallengeView>>> List(
        ClaimsPrincipal caller, IChallengeStore challenges, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var mine = new List<ChallengeView>();
        foreach (var challenge in await challenges.LoadForUserAsync(caller.Id(), cancellationToken))
        {
            var outcome = await grains.GetGrain<IChallengeGrain>(challenge.Id.Value).GetAsync(caller.Id().Value, cancellationToken);
            if (!outcome.IsRefused(out _, out var view))
            {
                mine.Add(view);
            }
        }

        return TypedResults.Ok(mine);
    }

    private static async Task<Results<Ok<ChallengeView>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        (await grains.GetGrain<IChallengeGrain>(id).GetAsync(caller.Id().Value, cancellationToken)).ToHttp();

    private static async Task<Results<Ok<ChallengeCreated>, ProblemHttpResult>> Create(
        ChallengeRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var command = new CreateChallenge(
            caller.Id().Value,
            rules.ChallengeName(request.Name),
            rules.Required("startsOn", request.StartsOn),
            rules.TimeZone("timeZone", request.TimeZone),
            (request.WorkDays is null ? WorkDays.MondayToFriday : rules.WorkDays("workDays", request.WorkDays)).Names,
            rules.Holidays(request.Holidays),
            rules.Threshold(request.TeamThreshold ?? ChallengeFields.DefaultThreshold));
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(Guid.NewGuid().ToString("N")).CreateAsync(command)).ToHttp();
    }

    private static async Task<Results<Ok<ChallengeView>, ProblemHttpResult>> Change(
        string id, ChallengeChange request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var command = new ChangeChallenge(
            caller.Id().Value,
            request.Name is null ? null : rules.ChallengeName(request.Name),
            request.Holidays is null ? null : rules.Holidays(request.Holidays),
            request.TeamThreshold is { } threshold ? rules.Threshold(threshold) : null,
            rules.TeamsByOrganisers(request.TeamsBy, request.OrganisersMakeTeams))
        {
            StartsOn = request.StartsOn,
            TimeZone = request.TimeZone is null ? null : rules.TimeZone("timeZone", request.TimeZone),
            WorkDays = request.WorkDays is null ? null : rules.WorkDays("workDays", request.WorkDays).Names,
            Planning = request.Planning,
            WorkHours = request.WorkHours,
            Before = request.Before is not { } before ? null : new ChangeChallenge(
                caller.Id().Value,
                before.Name is null ? null : DisplayText.Clean(before.Name),
                before.Holidays,
                before.TeamThreshold,
                rules.TeamsByOrganisers(before.TeamsBy, before.OrganisersMakeTeams))
            {
                StartsOn = before.StartsOn,
                TimeZone = before.TimeZone,
                WorkDays = before.WorkDays,
                Planning = before.Planning,
                WorkHours = before.WorkHours,
            },
        };
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(id).ChangeSettingsAsync(command)).ToHttp();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, ClaimsPrincipal caller, IGrainFactory grains, WallPushService walls)
    {
        var refusal = await grains.GetGrain<IChallengeGrain>(id).DeleteAsync(caller.Id().Value);
        await walls.RefreshAsync(id);
        return refusal.ToHttp();
    }

    private static async Task<Results<Ok<ChallengeView>, ProblemHttpResult>> RenewCode(
        string id, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IChallengeGrain>(id).RenewCodeAsync(caller.Id().Value)).ToHttp();

    private static async Task<Results<Ok<TeamCreated>, ProblemHttpResult>> AddTeam(
        string id, TeamRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var name = rules.TeamName(request.Name);
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(id).AddTeamAsync(caller.Id().Value, name)).ToHttp();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Leave(
        string id, ClaimsPrincipal caller, IGrainFactory grains, LiveConnections connections)
    {
        var refusal = await grains.GetGrain<IChallengeGrain>(id).LeaveAsync(caller.Id().Value);
        CloseIfGone(refusal, connections, id, caller.Id().Value);
        return refusal.ToHttp();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveMember(
        string id, string user, ClaimsPrincipal caller, IGrainFactory grains, LiveConnections connections)
    {
        var refusal = await grains.GetGrain<IChallengeGrain>(id).RemoveMemberAsync(caller.Id().Value, user);
        CloseIfGone(refusal, connections, id, user);
        return refusal.ToHttp();
    }

    // Whoever is not in the challenge any more sees nothing more of it.
    private static void CloseIfGone(Refusal? refusal, LiveConnections connections, string challengeId, string userId)
    {
        if (refusal is null)
        {
            connections.CloseMember(userId, challengeId);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SetMember(
        string id, string user, MemberRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var role = rules.Required("role", request.Role);
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(id).SetMemberAsync(
                new SetMember(caller.Id().Value, user, role, request.Team))).ToHttp();
    }
}
