using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Days;

/// <summary>Time off: no reason, no approval (rule 6).</summary>
internal static class TimeOffEndpoints
{
    public static async Task<Results<Ok<TimeOffAdded>, ProblemHttpResult>> Add(
        TimeOffRequest request, ClaimsPrincipal caller, IGrainFactory grains)
    {
        var rules = new FieldRules();
        var from = rules.Required("from", request.From);
        var to = rules.Required("to", request.To);
        return rules.Refusal is { } refusal
            ? refusal
            : (await grains.GetGrain<IUserGrain>(caller.Id().Value).AddTimeOffAsync(from, to)).ToHttp();
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string id, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IUserGrain>(caller.Id().Value).RemoveTimeOffAsync(id)).ToHttp();
}
