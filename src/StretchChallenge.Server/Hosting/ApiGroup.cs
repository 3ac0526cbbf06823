using StretchChallenge.Server.Idempotency;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Hosting;

/// <summary>What all features under <c>/api</c> have in common.</summary>
internal static class ApiGroup
{
    /// <summary>The group that features map into: signed in unless they say otherwise, and with idempotency keys.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api")
            .RequireAuthorization()
            .AcceptIdempotencyKeys()
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotSignedIn, ProblemType.TooManyRequests);
}
