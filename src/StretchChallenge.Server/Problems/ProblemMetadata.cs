namespace StretchChallenge.Server.Problems;

/// <summary>Documents the problems of endpoints in OpenAPI.</summary>
public static class ProblemMetadata
{
    /// <summary>Names the sorts of problem that an endpoint or a group answers with, beside those that any request can meet.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params ReadOnlySpan<ProblemType> types)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in types.ToArray().Select(type => type.Status).Distinct())
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(
                status,
                typeof(HttpValidationProblemDetails),
                ["application/problem+json"]));
        }

        return endpoint;
    }
}
