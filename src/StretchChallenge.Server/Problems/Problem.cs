using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace StretchChallenge.Server.Problems;

/// <summary>Makes the one result that every refused request gets.</summary>
public static class Problem
{
    /// <summary>A problem of this sort, in its own words where <paramref name="detail" /> is given.</summary>
    /// <param name="type">The sort of problem.</param>
    /// <param name="detail">One or two sentences for the person.</param>
    /// <param name="field">The camelCase field at fault, which then carries the detail in <c>errors</c>.</param>
    public static ProblemHttpResult Of(ProblemType type, string? detail = null, string? field = null)
    {
        var text = detail ?? type.Detail;
        return field is null ? TypedResults.Problem(Details(type, text)) : Of(type, text, Errors(field, text));
    }

    /// <summary>A request whose fields are at fault: 400, with the faults by camelCase field.</summary>
    public static ProblemHttpResult OfFields(IDictionary<string, string[]> errors)
    {
        var messages = errors.Values.SelectMany(messages => messages);
        return Of(ProblemType.InvalidRequest, string.Join(' ', messages), errors);
    }

    private static ProblemHttpResult Of(ProblemType type, string detail, IDictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors)
        {
            Type = type.Uri,
            Status = type.Status,
            Title = type.Title,
            Detail = detail,
        });

    private static ProblemDetails Details(ProblemType type, string detail) =>
        new() { Type = type.Uri, Status = type.Status, Title = type.Title, Detail = detail };

    private static Dictionary<string, string[]> Errors(string field, string detail) => new() { [field] = [detail] };
}
