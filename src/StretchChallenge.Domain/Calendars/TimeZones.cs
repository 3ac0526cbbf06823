using System.Diagnostics.CodeAnalysis;

namespace StretchChallenge.Domain.Calendars;

/// <summary>The time zones that a person or a challenge may have: IANA names in their exact spelling.</summary>
public static class TimeZones
{
    /// <summary>The longest accepted name, in characters; those of the IANA database are shorter than 40.</summary>
    public const int MaxLength = 64;

    private static readonly string[] ForeignPrefixes = ["posix/", "right/"];
    private static readonly string[] ForeignNames = ["localtime", "posixrules", "Factory"];

    /// <summary>
    /// Finds the zone of an IANA name. Returns false for Windows names, offsets (<c>+01:00</c>), other spellings
    /// (<c>europe/berlin</c>) and the other files of a system's zone folder (<c>posixrules</c>).
    /// </summary>
    public static bool TryFind([NotNullWhen(true)] string? id, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return IsPlausible(id)
            && TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone)
            && zone.HasIanaId
            && IsNamed(zone, id);
    }

    /// <summary>The zone of a name that was validated earlier.</summary>
    /// <exception cref="TimeZoneNotFoundException">The system's zone database does not have it (any more).</exception>
    public static TimeZoneInfo Find(string id) =>
        TryFind(id, out var zone) ? zone : throw new TimeZoneNotFoundException($"The time zone '{id}' is unknown on this system.");

    private static bool IsPlausible([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaxLength }
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
        && !ForeignPrefixes.Any(prefix => id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        && !ForeignNames.Contains(id, StringComparer.OrdinalIgnoreCase);

    // The framework's zone cache ignores case and returns the spelling that was asked for first.
    private static bool IsNamed(TimeZoneInfo zone, string id) => string.Equals(zone.Id, id, StringComparison.Ordinal);
}
