using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Challenges;

/// <summary>What other features refuse about challenges, as the grains say it.</summary>
internal static class ChallengeProblems
{
    private static readonly ProblemType UnknownChallenge = ProblemType.NotFound with { Code = "unknown-challenge" };

    /// <summary>The caller is in no such challenge; whether there is one is nobody's business.</summary>
    public static ProblemHttpResult NotIn(string? field = null) =>
        Problem.Of(UnknownChallenge, "You are not in a challenge with this id.", field);
}
