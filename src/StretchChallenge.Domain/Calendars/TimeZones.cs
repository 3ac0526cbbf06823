using System.Diagnostics.CodeAnalysis;

namespace StretchChallenge.Domain.Calendars;

/// <summary>The zones a person or a challenge may have: names of the IANA database, exactly as it writes them.</summary>
public static class TimeZones
{
    /// <summary>The longest accepted name; the database's own stay below 40 characters.</summary>
    public const int MaxLength = 64;

    private static readonly string[] ForeignPrefixes = ["posix/", "right/"];
    private static readonly string[] ForeignNames = ["localtime", "posixrules", "Factory"];

    /// <summary>
    /// Finds the zone of an IANA name. Windows names, offsets (<c>+01:00</c>), other spellings (<c>europe/berlin</c>)
    /// and the files that a system keeps beside the database are none.
    /// </summary>
    public static bool TryFind([NotNullWhen(true)] string? id, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return IsPlausible(id)
            && TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone)
            && zone.HasIanaId
            && IsNamed(zone, id);
    }

    /// <summary>The zone of a name that was accepted before.</summary>
    /// <exception cref="TimeZoneNotFoundException">The system's database no longer has it.</exception>
    public static TimeZoneInfo Find(string id) =>
        TryFind(id, out var zone) ? zone : throw new TimeZoneNotFoundException($"The time zone '{id}' is not known here.");

    private static bool IsPlausible([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaxLength }
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
        && !ForeignPrefixes.Any(prefix => id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        && !ForeignNames.Contains(id, StringComparer.OrdinalIgnoreCase);

    // The framework caches zones without regard to case; what it then returns bears the name first asked for.
    private static bool IsNamed(TimeZoneInfo zone, string id) => string.Equals(zone.Id, id, StringComparison.Ordinal);
}
