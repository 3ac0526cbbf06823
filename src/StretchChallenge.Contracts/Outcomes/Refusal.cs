using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StretchChallenge.Contracts.Outcomes;

/// <summary>
/// Why something was refused; nothing was changed. The members of <c>StretchChallenge.Contracts.Refusals</c> are all there are:
/// a member's name in kebab-case is its code, and its parameters are the refusal's.
/// </summary>
/// <param name="Kind">What sort of refusal it is; decides the HTTP status.</param>
/// <param name="Code">A stable identifier for programs, such as <c>too-early</c>.</param>
/// <param name="Detail">One or two English sentences for the person; clients that know the code have words of their own.</param>
/// <param name="Field">The field of the request at fault, in camelCase; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("Refusal")]
public sealed record Refusal(RefusalKind Kind, string Code, string Detail, string? Field = null)
{
    /// <summary>The values that words for the code need: numbers, and strings with dates and instants in ISO 8601; null when there are none.</summary>
    [Id(1)] // 0 was a dictionary of strings.
    public ImmutableDictionary<string, object>? Params { get; init; }

    /// <summary>Malformed or impossible (400).</summary>
    public static Refusal Invalid(string detail, [CallerMemberName] string member = "") => Of(RefusalKind.Invalid, detail, member);

    /// <summary>It does not exist, or the caller may not know that it does (404).</summary>
    public static Refusal NotFound(string detail, [CallerMemberName] string member = "") => Of(RefusalKind.NotFound, detail, member);

    /// <summary>The caller's role does not allow it (403).</summary>
    public static Refusal Forbidden(string detail, [CallerMemberName] string member = "") => Of(RefusalKind.Forbidden, detail, member);

    /// <summary>Not possible in the present state (409).</summary>
    public static Refusal Conflict(string detail, [CallerMemberName] string member = "") => Of(RefusalKind.Conflict, detail, member);

    /// <summary>Overloaded (503); the same request may be sent again shortly.</summary>
    public static Refusal Busy(string detail, [CallerMemberName] string member = "") => Of(RefusalKind.Busy, detail, member);

    /// <summary>A refusal of any kind.</summary>
    public static Refusal Of(RefusalKind kind, string detail, [CallerMemberName] string member = "") => new(kind, CodeOf(member), detail);

    /// <summary>The code of a member of <c>StretchChallenge.Contracts.Refusals</c>.</summary>
    public static string CodeOf(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member);

    /// <summary>The same with a value that its words need.</summary>
    public Refusal With(string name, object value) => this with
    {
        Params = (Params ?? ImmutableDictionary<string, object>.Empty).Add(name, value switch
        {
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
            string or int or decimal => value,
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        }),
    };

    /// <summary>The same, at fault of a field of the request.</summary>
    public Refusal At(string field) => this with { Field = field };
}

/// <summary>The sorts of refusal, each one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>Malformed or impossible: 400.</summary>
    Invalid,

    /// <summary>Unknown, or the caller may not know that it exists: 404.</summary>
    NotFound,

    /// <summary>Known, but not allowed to the caller's role: 403.</summary>
    Forbidden,

    /// <summary>Not possible in the present state: 409.</summary>
    Conflict,

    /// <summary>Overloaded or replaced; the same request may be sent again shortly: 503.</summary>
    Busy,

    /// <summary>Nobody is signed in, or signing in failed: 401.</summary>
    NotSignedIn,

    /// <summary>The path exists, but not with this method: 405.</summary>
    MethodNotAllowed,

    /// <summary>The body is too large: 413.</summary>
    TooLarge,

    /// <summary>The body is of another media type: 415.</summary>
    UnsupportedMediaType,

    /// <summary>Too many requests of one person or address: 429.</summary>
    TooMany,

    /// <summary>A fault of the server: 500.</summary>
    Fault,
}
