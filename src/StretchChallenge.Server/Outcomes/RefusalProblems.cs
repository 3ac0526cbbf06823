using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Outcomes;

/// <summary>What grains refuse, as HTTP problems: the one place where refusals get their status.</summary>
internal static class RefusalProblems
{
    /// <summary>The answer, or the problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToHttp<T>(this Outcome<T> outcome)
        where T : class =>
        outcome.IsRefused(out var refusal, out var value) ? refusal.ToProblem() : TypedResults.Ok(value);

    /// <summary>Nothing more to say, or the problem.</summary>
    public static Results<NoContent, ProblemHttpResult> ToHttp(this Refusal? refusal) =>
        refusal is null ? TypedResults.NoContent() : refusal.ToProblem();

    /// <summary>The refusal as a problem: its own code is the type.</summary>
    public static ProblemHttpResult ToProblem(this Refusal refusal) =>
        Problem.Of(SortOf(refusal.Kind) with { Code = refusal.Code }, refusal.Detail, refusal.Field);

    private static ProblemType SortOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => ProblemType.InvalidRequest,
        RefusalKind.NotFound => ProblemType.NotFound,
        RefusalKind.Forbidden => ProblemType.Forbidden,
        RefusalKind.Conflict => ProblemType.Conflict,
        RefusalKind.Busy => ProblemType.Busy,
    };
}
