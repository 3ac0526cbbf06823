using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>The local date of an instant.</summary>
internal sealed record DateVector(DateTimeOffset Instant, string Zone)
{
    public object Result() => ZoneTimeline.Fixed(VectorJson.Zone(Zone)).DateAt(Instant);
}
