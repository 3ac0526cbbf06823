namespace StretchChallenge.Domain.Calendars;

/// <summary>Finds the instant at which a local clock first shows a given time, or jumps past it.</summary>
/// <remarks>
/// The search moves forward from an instant at which the clock is still behind the wanted time. Daylight-saving changes at
/// any hour, dates that a zone skips (Apia, 30 December 2011) or repeats, and changes of a person's stored zone therefore
/// need no special cases: in each of them the local clock is set forward or back.
/// </remarks>
internal static class LocalTimeResolver
{
    /// <summary>The first instant, not before <paramref name="from" />, at which the local clock shows the time or a later one.</summary>
    public static DateTimeOffset FirstInstantAt(ZoneTimeline zones, DateTime time, DateTimeOffset from)
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

            // Until this instant the clock advances evenly, unless the zone's offset grows in between.
            var next = Earlier(instant + behind, zones.NextChangeAfter(instant));
            instant = zone.GetUtcOffset(next) > offset ? OffsetChange(zone, instant, next) : next;
        }
    }

    /// <summary>The first instant between the two at which the zone's offset differs from that at <paramref name="from" />.</summary>
    private static DateTimeOffset OffsetChange(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
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
