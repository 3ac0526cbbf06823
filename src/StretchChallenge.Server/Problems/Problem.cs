using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace StretchChallenge.Server.Problems;

/// <summary>Creates the problem details (RFC 9457) with which requests are refused.</summary>
public static class Problem
{
    /// <summary>A problem of this type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="detail">One or two sentences for the person; the type's own text if null.</param>
    /// <param name="field">The camelCase name of the field at fault; the detail is then in <c>errors</c> too.</param>
    public static ProblemHttpResult Of(ProblemType type, string? detail = null, string? field = null)
    {
        var text = detail ?? type.Detail;
        return TypedResults.Problem(field is null
            ? Fill(new ProblemDetails(), type, text)
            : Fill(new HttpValidationProblemDetails(new Dictionary<string, string[]> { [field] = [text] }), type, text));
    }

    /// <summary>The same with the values that its detail names, for programs.</summary>
    public static ProblemHttpResult WithParams(this ProblemHttpResult problem, IReadOnlyDictionary<string, string>? values)
    {
        if (values is not null)
        {
            problem.ProblemDetails.Extensions["params"] = values;
        }

        return problem;
    }

    /// <summary>A request with invalid fields: 400, with the errors by camelCase field name.</summary>
    public static ProblemHttpResult OfFields(IDictionary<string, string[]> errors)
    {
        var messages = string.Join(' ', errors.Values.SelectMany(messages => messages));
        return TypedResults.Problem(Fill(new HttpValidationProblemDetails(errors), ProblemType.InvalidRequest, messages));
    }

    /// <summary>
    /// Documents in OpenAPI that an endpoint or a group answers with these problems, in addition to those that any
    /// request can get.
    /// </summary>
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder endpoint, params ReadOnlySpan<ProblemType> types)
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

    private static ProblemDetails Fill(ProblemDetails details, ProblemType type, string detail)
    {
        details.Type = type.Uri;
        details.Status = type.Status;
        details.Title = type.Title;
        details.Detail = detail;
        return details;
    }
}
