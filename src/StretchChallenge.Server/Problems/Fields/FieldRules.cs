using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Server.Problems.Fields;

/// <summary>
/// Validates the fields of one request and collects all errors, so that a person sees them at once. Each rule returns
/// the value to use; after an error that value is meaningless.
/// </summary>
/// <example>
/// <code>
/// var rules = new FieldRules();
/// var name = rules.Text("name", request.Name, 1, 60);
/// var zone = rules.TimeZone("timeZone", request.TimeZone);
/// if (rules.Refusal is { } refusal) { return refusal; }
/// </code>
/// </example>
public sealed class FieldRules
{
    private readonly List<Refusal> _faults = [];

    /// <summary>The problem to answer with; null if all fields are valid.</summary>
    public ProblemHttpResult? Refusal => _faults.Count == 0 ? null : Problem.OfFields(_faults);

    /// <summary>All faults so far.</summary>
    public IReadOnlyCollection<Refusal> Faults => _faults;

    /// <summary>Adds what is wrong with a field, which it names.</summary>
    public void Fault(Refusal fault) => _faults.Add(fault);

    /// <summary>Adds a fault if the condition is false; returns the condition.</summary>
    public bool Check(bool holds, Refusal fault)
    {
        if (!holds)
        {
            Fault(fault);
        }

        return holds;
    }

    /// <summary>A value that must not be missing.</summary>
    public T Required<T>(string field, T? value)
        where T : struct
    {
        Check(value.HasValue, FieldRefusals.Missing(field));
        return value.GetValueOrDefault();
    }
}

/// <summary>Rules for dates, zones and weekdays.</summary>
public static partial class CalendarRules
{
    private const int LongestZone = 64;

    /// <summary>A date that must be present and within the bounds, both included.</summary>
    public static DateOnly Date(this FieldRules rules, string field, DateOnly? value, DateOnly earliest, DateOnly latest)
    {
        var date = rules.Required(field, value);
        if (value.HasValue)
        {
            rules.Check(date >= earliest && date <= latest, FieldRefusals.DateOutOfRange(field, earliest, latest));
        }

        return date;
    }

    /// <summary>The name of an IANA time zone that this server has, such as <c>Europe/Berlin</c>.</summary>
    public static string TimeZone(this FieldRules rules, string field, string? value)
    {
        if (!rules.Check(!string.IsNullOrEmpty(value), FieldRefusals.Missing(field)))
        {
            return "";
        }

        // The form is checked first, because .NET looks the name up as a file.
        if (value!.Length <= LongestZone
            && ZoneName().IsMatch(value)
            && TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone)
            && zone.HasIanaId)
        {
            return zone.Id;
        }

        rules.Fault(FieldRefusals.UnknownZone(field));
        return "";
    }

    /// <summary>A work pattern: at least one of <c>Mon</c> to <c>Sun</c>.</summary>
    public static WorkDays WorkDays(this FieldRules rules, string field, IReadOnlyCollection<string?>? value)
    {
        if (!rules.Check(value is { Count: > 0 }, FieldRefusals.NoWorkDays(field)))
        {
            return default;
        }

        var days = default(WorkDays);
        rules.Check(
            value!.Count <= 7 && Domain.Calendars.WorkDays.TryParse(value.OfType<string>(), out days) && !value.Contains(null),
            FieldRefusals.UnknownWorkDays(field));
        return days;
    }

    // Excludes "posix/…", "right/…" and other files in the same directory that are not zones.
    [GeneratedRegex(@"^(?!posix|right|localtime|Factory)[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+){0,2}\z")]
    private static partial Regex ZoneName();
}
