using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Server.Problems;

/// <summary>The HTTP status and the title of each sort of refusal: the only place that gives a refusal its status.</summary>
internal static class ProblemKinds
{
    /// <summary>The status and the title.</summary>
    public static (int Status, string Title) Of(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => (StatusCodes.Status400BadRequest, "The request is not valid."),
        RefusalKind.NotSignedIn => (StatusCodes.Status401Unauthorized, "Sign in first."),
        RefusalKind.Forbidden => (StatusCodes.Status403Forbidden, "You may not do this."),
        RefusalKind.NotFound => (StatusCodes.Status404NotFound, "There is nothing here."),
        RefusalKind.MethodNotAllowed => (StatusCodes.Status405MethodNotAllowed, "The method is not allowed here."),
        RefusalKind.Conflict => (StatusCodes.Status409Conflict, "This is not possible now."),
        RefusalKind.TooLarge => (StatusCodes.Status413PayloadTooLarge, "The request is too large."),
        RefusalKind.UnsupportedMediaType => (StatusCodes.Status415UnsupportedMediaType, "The request must be JSON."),
        RefusalKind.TooMany => (StatusCodes.Status429TooManyRequests, "Too many requests."),
        RefusalKind.Fault => (StatusCodes.Status500InternalServerError, "Something went wrong here."),
        RefusalKind.Busy => (StatusCodes.Status503ServiceUnavailable, "This is not possible at the moment."),
    };

    /// <summary>The <c>type</c> of a problem with this code: a relative URI.</summary>
    public static string UriOf(string code) => $"/problems/{code}";

    /// <summary>
    /// Documents in OpenAPI that an endpoint or a group answers with problems of these kinds, in addition to those that any
    /// request can get.
    /// </summary>
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder endpoint, params ReadOnlySpan<RefusalKind> kinds)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var kind in kinds)
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(Of(kind).Status, typeof(Problem), ["application/problem+json"]));
        }

        return endpoint;
    }
}
