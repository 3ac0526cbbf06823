using System.Text.RegularExpressions;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Server.Problems.Fields;

/// <summary>Rules for dates, zones and weekdays.</summary>
public static partial class CalendarRules
{
    private const int LongestZone = 64;

    /// <summary>A date that must be given and lie within the bounds, both included.</summary>
    public static DateOnly Date(this FieldRules rules, string field, DateOnly? value, DateOnly earliest, DateOnly latest)
    {
        var date = rules.Required(field, value);
        if (value.HasValue)
        {
            rules.Check(
                date >= earliest && date <= latest,
                field,
                $"'{field}' must be a date from {earliest:yyyy-MM-dd} to {latest:yyyy-MM-dd}.");
        }

        return date;
    }

    /// <summary>The name of an IANA time zone that this server knows, such as <c>Europe/Berlin</c>.</summary>
    public static string TimeZone(this FieldRules rules, string field, string? value)
    {
        if (!rules.Check(!string.IsNullOrEmpty(value), field, $"'{field}' is missing."))
        {
            return "";
        }

        // The form is checked first: the name is looked up as a file.
        if (value!.Length <= LongestZone
            && ZoneName().IsMatch(value)
            && TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone)
            && zone.HasIanaId)
        {
            return zone.Id;
        }

        rules.Fault(field, $"'{field}' is not the name of a time zone such as Europe/Berlin.");
        return "";
    }

    /// <summary>A work pattern: at least one of <c>Mon</c> to <c>Sun</c>.</summary>
    public static WorkDays WorkDays(this FieldRules rules, string field, IReadOnlyCollection<string?>? value)
    {
        if (!rules.Check(value is { Count: > 0 }, field, $"'{field}' needs at least one weekday."))
        {
            return default;
        }

        var days = default(WorkDays);
        rules.Check(
            value!.Count <= 7 && Domain.Calendars.WorkDays.TryParse(value.OfType<string>(), out days) && !value.Contains(null),
            field,
            $"'{field}' is a list of weekdays out of Mon, Tue, Wed, Thu, Fri, Sat and Sun.");
        return days;
    }

    // Without "posix/…", "right/…" and the like, which lie beside the zones.
    [GeneratedRegex(@"^(?!posix|right|localtime|Factory)[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+){0,2}\z")]
    private static partial Regex ZoneName();
}
