namespace StretchChallenge.Domain.Calendars;

/// <summary>Finds the instant at which a local clock first shows a time, or jumps over it.</summary>
/// <remarks>
/// It follows the clock forward from an instant at which it is still behind. So clock changes at any hour, dates that
/// a zone skips (Apia 2011) or repeats, and a traveller's change of zone are all the same thing: a clock that moves.
/// </remarks>
internal static class LocalClock
{
    /// <summary>The first instant, not before <paramref name="from" />, at which the clock shows the time or a later one.</summary>
    public static DateTimeOffset FirstAt(ZoneTimeline zones, DateTime time, DateTimeOffset from)
    {
        var instant = from;
        while (true)
        {
            var zone = zones.ZoneAt(instant);
            var offset = zone.GetUtcOffset(instant);
            var behind = time - (instant.UtcDateTime + offset);
            if (behind <= TimeSpan.Zero)
            {
                return instant;
            }

            // Up to here the clock runs evenly, unless its zone sets it forward on the way.
            var next = Earlier(instant + behind, zones.NextChangeAfter(instant));
            instant = zone.GetUtcOffset(next) > offset ? JumpOf(zone, instant, next) : next;
        }
    }

    /// <summary>The first instant in the span at which the zone's offset is no longer that of the beginning.</summary>
    private static DateTimeOffset JumpOf(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        var offset = zone.GetUtcOffset(from);
        while (to - from > TimeSpan.FromTicks(1))
        {
            var middle = from + ((to - from) / 2);
            if (zone.GetUtcOffset(middle) == offset)
            {
                from = middle;
            }
            else
            {
                to = middle;
            }
        }

        return to;
    }

    private static DateTimeOffset Earlier(DateTimeOffset instant, DateTimeOffset? other) =>
        other < instant ? other.Value : instant;
}
