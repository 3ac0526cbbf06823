using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StretchChallenge.Contracts.Outcomes;

/// <summary>The result of a command: its answer, or the reason why nothing was done.</summary>
[GenerateSerializer, Immutable, Alias("Outcome`1")]
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
    where T : class
{
    /// <summary>The answer of a command that was carried out.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A command that was not carried out.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);

    /// <summary>Whether the command was refused; else there is a value.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? value)
    {
        refusal = Refusal;
        value = Value;
        return refusal is not null;
    }
}

/// <summary>Why a command was not carried out, in words for the person who gave it. Nothing was changed.</summary>
/// <param name="Kind">What sort of refusal it is; decides the HTTP status.</param>
/// <param name="Code">A stable identifier for programs, such as <c>too-early</c>.</param>
/// <param name="Detail">One or two sentences for the person.</param>
/// <param name="Field">The field of the request at fault, in camelCase; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("Refusal")]
public sealed record Refusal(RefusalKind Kind, string Code, string Detail, string? Field = null)
{
    /// <summary>The values that the detail names, for programs: instants in ISO 8601, numbers as text; null when there are none.</summary>
    [Id(0)]
    public ImmutableDictionary<string, string>? Params { get; init; }

    /// <summary>Malformed or impossible (400).</summary>
    public static Refusal Invalid(string code, string detail, string? field = null) => new(RefusalKind.Invalid, code, detail, field);

    /// <summary>It does not exist, or the caller may not know that it does (404).</summary>
    public static Refusal NotFound(string code, string detail) => new(RefusalKind.NotFound, code, detail);

    /// <summary>The caller's role does not allow it (403).</summary>
    public static Refusal Forbidden(string code, string detail) => new(RefusalKind.Forbidden, code, detail);

    /// <summary>Not possible in the present state (409).</summary>
    public static Refusal Conflict(string code, string detail) => new(RefusalKind.Conflict, code, detail);

    /// <summary>Overloaded (503); the same request may be sent again shortly.</summary>
    public static Refusal Busy(string code, string detail) => new(RefusalKind.Busy, code, detail);
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

    /// <summary>Overloaded; the same request may be sent again shortly: 503.</summary>
    Busy,
}
