using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Ids;

/// <summary>
/// Refuses ids that cannot exist or do not exist, and dates outside of <see cref="PossibleDates" />, before an endpoint sees
/// them.
/// </summary>
internal static class IdFilter
{
    private const string OfChallenge = "/api/challenges/{id}";
    private const string OfTeam = "/api/teams/{id}";

    // Parameters of paths that are ids. Others are codes, secrets and words, with rules of their own.
    private static readonly HashSet<string> Ids = new(StringComparer.OrdinalIgnoreCase) { "id", "user", "team" };

    /// <summary>Checks the ids and dates of every request to these endpoints.</summary>
    public static TBuilder CheckIds<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(FilterAsync);

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (http.Request.RouteValues.Any(value => value.Value is string text && !Fits(value.Key, text)))
        {
            return Problem.Of(RequestRefusals.NotFound);
        }

        if (invocation.Arguments.OfType<DateOnly>().Any(date => !PossibleDates.Contains(date)))
        {
            return Problem.OfFields([FieldRefusals.DateOutOfRange("date", PossibleDates.First, PossibleDates.Last)]);
        }

        return await RefuseUnknownAsync(http) ?? await next(invocation);
    }

    // Codes are read as people type them, by EnteredCode.
    private static bool Fits(string parameter, string text) =>
        parameter == "code" || (Ids.Contains(parameter) ? IdShape.Matches(text) : IdShape.IsShortText(text));

    private static async Task<IResult?> RefuseUnknownAsync(HttpContext http)
    {
        var known = http.RequestServices.GetRequiredService<KnownIds>();
        var pattern = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        if (IsBelow(pattern, OfChallenge) && !await known.HasChallengeAsync(http.GetRouteValue("id") as string, http.RequestAborted))
        {
            return Problem.Of(ChallengeRefusals.UnknownChallenge);
        }

        if (IsBelow(pattern, OfTeam) && !await known.HasTeamAsync(http.GetRouteValue("id") as string, http.RequestAborted))
        {
            return Problem.Of(ChallengeRefusals.UnknownTeam);
        }

        return http.Request.Query["challenge"].ToString() is { Length: > 0 } challenge
            && !await known.HasChallengeAsync(challenge, http.RequestAborted)
            ? Problem.Of(ChallengeRefusals.UnknownChallenge)
            : null;
    }

    private static bool IsBelow(string pattern, string start) =>
        pattern.StartsWith(start, StringComparison.Ordinal) && (pattern.Length == start.Length || pattern[start.Length] == '/');
}
