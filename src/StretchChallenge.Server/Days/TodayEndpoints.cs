using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Outcomes;

namespace StretchChallenge.Server.Days;

/// <summary>What a person sees of their days.</summary>
internal static class TodayEndpoints
{
    public static async Task<Results<Ok<TodayAnswer>, ProblemHttpResult>> Get(
        DateOnly? date, ClaimsPrincipal caller, IGrainFactory grains, RoutineCatalogue catalogue)
    {
        var outcome = await grains.GetGrain<IUserGrain>(caller.Id().Value).GetTodayAsync(date);
        return outcome.IsRefused(out var refusal, out var today)
            ? refusal.ToProblem()
            : TypedResults.Ok(TodayAnswer.Of(today, catalogue));
    }

    public static async Task<Results<Ok<Progress>, ProblemHttpResult>> GetProgress(
        string challenge, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IUserGrain>(caller.Id().Value).GetProgressAsync(challenge)).ToHttp();
}
