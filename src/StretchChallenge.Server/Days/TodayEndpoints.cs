using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Days;

/// <summary>What a person sees of their days.</summary>
internal static class TodayEndpoints
{
    public static async Task<Results<Ok<TodayAnswer>, ProblemHttpResult>> Get(
        DateOnly? date,
        ClaimsPrincipal caller,
        IGrainFactory grains,
        DayRoutines routines,
        ISessionStore sessions,
        CancellationToken cancellationToken)
    {
        var outcome = await grains.GetGrain<IUserGrain>(caller.Id().Value).GetTodayAsync(date, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var today))
        {
            return refusal.ToProblem();
        }

        var routineFor = await routines.OfAsync(caller.Id(), new ProgrammeDay(today.Week, today.LineUp), cancellationToken);
        var next = await sessions.FindNextAsync(caller.Id(), cancellationToken);
        return TypedResults.Ok(TodayAnswer.Of(today, routineFor, next is null ? null : NextSession.Of(next)));
    }

    public static async Task<Results<Ok<Progress>, ProblemHttpResult>> GetProgress(
        string challenge, ClaimsPrincipal caller, IGrainFactory grains) =>
        (await grains.GetGrain<IUserGrain>(caller.Id().Value).GetProgressAsync(challenge)).ToHttp();
}
