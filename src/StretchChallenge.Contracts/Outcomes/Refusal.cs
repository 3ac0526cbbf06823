
namespace StretchChallenge.Contracts.Outcomes;

/// <summary>Why a command was not carried out, in words for the person who gave it. Nothing was changed.</summary>
/// <param name="Kind">What sort of refusal it is; decides the HTTP status.</param>
/// <param name="Code">A stable word for programs, such as <c>too-early</c>.</param>
/// <param name="Detail">One or two sentences for the person.</param>
/// <param name="Field">The field of the request at fault, in camelCase, where there is one.</param>
[GenerateSerializer, Immutable, Alias("Refusal")]
public sealed record Refusal(RefusalKind Kind, string Code, string Detail, string? Field = null)
{
    /// <summary>The request can never be right (400).</summary>
    public static Refusal Invalid(string code, string detail, string? field = null) => new(RefusalKind.Invalid, code, detail, field);

    /// <summary>There is no such thing, or it is not the caller's to know (404).</summary>
    public static Refusal NotFound(string code, string detail) => new(RefusalKind.NotFound, code, detail);

    /// <summary>The caller's role does not allow it (403).</summary>
    public static Refusal Forbidden(string code, string detail) => new(RefusalKind.Forbidden, code, detail);

    /// <summary>Not possible in the present state (409).</summary>
    public static Refusal Conflict(string code, string detail) => new(RefusalKind.Conflict, code, detail);

    /// <summary>Too much at once (503); trying again shortly is right.</summary>
    public static Refusal Busy(string code, string detail) => new(RefusalKind.Busy, code, detail);
}
