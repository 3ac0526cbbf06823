using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Outcomes;

/// <summary>Maps the results of grains to HTTP: the only place that gives a refusal its status.</summary>
internal static class OutcomeResults
{
    /// <summary>200 with the value, or the problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToHttp<T>(this Outcome<T> outcome)
        where T : class =>
        outcome.IsRefused(out var refusal, out var value) ? refusal.ToProblem() : TypedResults.Ok(value);

    /// <summary>204, or the problem.</summary>
    public static Results<NoContent, ProblemHttpResult> ToHttp(this Refusal? refusal) =>
        refusal is null ? TypedResults.NoContent() : refusal.ToProblem();

    /// <summary>The refusal as a problem whose type is the refusal's own code.</summary>
    public static ProblemHttpResult ToProblem(this Refusal refusal) =>
        Problem.Of(TypeOf(refusal.Kind) with { Code = refusal.Code }, refusal.Detail, refusal.Field).WithParams(refusal.Params);

    private static ProblemType TypeOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => ProblemType.InvalidRequest,
        RefusalKind.NotFound => ProblemType.NotFound,
        RefusalKind.Forbidden => ProblemType.Forbidden,
        RefusalKind.Conflict => ProblemType.Conflict,
        RefusalKind.Busy => ProblemType.Busy,
    };
}
