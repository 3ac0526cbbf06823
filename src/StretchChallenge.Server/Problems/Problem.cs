using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;

namespace StretchChallenge.Server.Problems;

/// <summary>The problem details (RFC 9457) with which a request is refused. Its <c>type</c> is <c>/problems/</c> and the code.</summary>
public sealed class Problem : ProblemDetails
{
    /// <summary>The values that words for the code need; see <c>ProblemParams</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object>? Params { get; init; }

    /// <summary>The English sentences about each field at fault, by its camelCase name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The code of each sentence in <c>errors</c>, in the same places.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, FieldProblem[]>? ErrorCodes { get; init; }

    /// <summary>What the server's log knows the request by.</summary>
    public string? TraceId { get; internal set; }

    /// <summary>The answer with a refusal; if it is at fault of a field, <c>errors</c> has it too.</summary>
    public static ProblemHttpResult Of(Refusal refusal) => Of(refusal, refusal.Field is null ? [] : [refusal]);

    /// <summary>The answer to a request with invalid fields: 400, with what is wrong with each.</summary>
    /// <param name="faults">What is wrong; each names its field.</param>
    /// <param name="type">What the problem is as a whole, if not <c>invalid-request</c>.</param>
    public static ProblemHttpResult OfFields(IReadOnlyCollection<Refusal> faults, Refusal? type = null) =>
        Of((type ?? RequestRefusals.InvalidRequest) with { Detail = string.Join(' ', faults.Select(fault => fault.Detail)) }, faults);

    /// <summary>The problem with a refusal, without fields.</summary>
    public static Problem From(Refusal refusal) => From(refusal, []);

    /// <summary>The general refusal for an HTTP status.</summary>
    public static Refusal GeneralFor(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => RequestRefusals.NotSignedIn,
        StatusCodes.Status403Forbidden => RequestRefusals.Forbidden,
        StatusCodes.Status404NotFound => RequestRefusals.NotFound,
        StatusCodes.Status405MethodNotAllowed => RequestRefusals.MethodNotAllowed,
        StatusCodes.Status409Conflict => RequestRefusals.Conflict,
        StatusCodes.Status413PayloadTooLarge => RequestRefusals.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => RequestRefusals.UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => RequestRefusals.TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => RequestRefusals.Busy,
        < StatusCodes.Status500InternalServerError => RequestRefusals.MalformedRequest,
        _ => RequestRefusals.Unexpected,
    };

    private static ProblemHttpResult Of(Refusal refusal, IReadOnlyCollection<Refusal> faults) => TypedResults.Problem(From(refusal, faults));

    private static Problem From(Refusal refusal, IReadOnlyCollection<Refusal> faults)
    {
        var (status, title) = ProblemKinds.Of(refusal.Kind);
        var byField = faults.ToLookup(fault => fault.Field!, StringComparer.Ordinal);
        return new Problem
        {
            Type = ProblemKinds.UriOf(refusal.Code),
            Status = status,
            Title = title,
            Detail = refusal.Detail,
            Params = refusal.Params,
            Errors = faults.Count == 0 ? null : byField.ToDictionary(field => field.Key, field => field.Select(fault => fault.Detail).ToArray()),
            ErrorCodes = faults.Count == 0 ? null : byField.ToDictionary(field => field.Key, field => field.Select(FieldProblem.Of).ToArray()),
        };
    }
}

/// <summary>What is wrong with a field.</summary>
/// <param name="Code">The code.</param>
public sealed record FieldProblem(string Code)
{
    /// <summary>The values that words for the code need; see <c>ProblemParams</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object>? Params { get; init; }

    /// <summary>The fault of a field.</summary>
    internal static FieldProblem Of(Refusal fault) => new(fault.Code) { Params = fault.Params };
}
