using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace StretchChallenge.Server.Problems;

/// <summary>Says what is wrong with a request that could not be bound, in words that show nothing of the code.</summary>
internal static partial class UnreadableRequest
{
    /// <summary>The problem to answer with.</summary>
    public static ProblemHttpResult Describe(BadHttpRequestException exception) => exception switch
    {
        { InnerException: JsonException json } => DescribeJson(json),
        { StatusCode: StatusCodes.Status400BadRequest } => DescribeParameter(exception.Message),
        _ => Problem.Of(ProblemType.OfStatus(exception.StatusCode)),
    };

    private static ProblemHttpResult DescribeJson(JsonException exception)
    {
        if (UnknownProperty().Match(exception.Message) is { Success: true } unknown)
        {
            var name = Shorten(unknown.Groups[1].Value);
            return Problem.Of(ProblemType.MalformedRequest, $"There is no field '{name}' here.", name);
        }

        return FieldOf(exception.Path) is { } field
            ? Problem.Of(ProblemType.MalformedRequest, $"The value of '{field}' is not of the kind that this field takes.", field)
            : Problem.Of(ProblemType.MalformedRequest, "The body is not a JSON object as this request needs it.");
    }

    private static ProblemHttpResult DescribeParameter(string message) =>
        ParameterName().Match(message) is { Success: true } parameter
            ? Problem.Of(
                ProblemType.MalformedRequest,
                $"The value of '{parameter.Groups[1].Value}' is missing or not of the right kind.",
                parameter.Groups[1].Value)
            : Problem.Of(ProblemType.MalformedRequest, "The request needs a JSON body, and it cannot be read as it was sent.");

    private static string? FieldOf(string? path) =>
        path is not null && TopProperty().Match(path) is { Success: true } property
            ? Shorten(property.Groups[1].Value)
            : null;

    private static string Shorten(string name) => name.Length <= 64 ? name : name[..64];

    [GeneratedRegex("^The JSON property '(.*)' could not be mapped")]
    private static partial Regex UnknownProperty();

    [GeneratedRegex(@"^\$\.([^.\[]+)")]
    private static partial Regex TopProperty();

    [GeneratedRegex("^(?:Failed to bind parameter|Required parameter) \"[^\"]* (\\w+)\"")]
    private static partial Regex ParameterName();
}
