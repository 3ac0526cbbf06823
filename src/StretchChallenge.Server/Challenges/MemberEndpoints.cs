using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Challenges;

/// <summary>Teams, roles, and leaving.</summary>
internal static class MemberEndpoints
{
    public static async Task<Results<Ok<TeamCreated>, ProblemHttpResult>> AddTeam(
        string id, TeamRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var name = rules.TeamName(request.Name);
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IChallengeGrain>(id).AddTeamAsync(caller.Id().Value, name)).ToHttp();
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Leave(
        string id, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IChallengeGrain>(id).LeaveAsync(caller.Id().Value)).ToHttp();

    public static async Task<Results<NoContent, ProblemHttpResult>> Set(
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
