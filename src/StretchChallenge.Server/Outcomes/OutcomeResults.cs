using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Outcomes;

/// <summary>Maps the results of grains to HTTP.</summary>
internal static class OutcomeResults
{
    /// <summary>200 with the value, or the problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToHttp<T>(this Outcome<T> outcome)
        where T : class =>
        outcome.IsRefused(out var refusal, out var value) ? Problem.Of(refusal) : TypedResults.Ok(value);

    /// <summary>204, or the problem.</summary>
    public static Results<NoContent, ProblemHttpResult> ToHttp(this Refusal? refusal) =>
        refusal is null ? TypedResults.NoContent() : Problem.Of(refusal);
}
