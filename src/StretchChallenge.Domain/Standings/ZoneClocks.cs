using System.Runtime.InteropServices;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// The zones of the people on a board, each with a clock. What the rules derive from an instant changes at the midnights and
/// noons of a zone alone, so everybody in it is folded with one clock in between, and folded again after them.
/// </summary>
/// <param name="challenge">The challenge.</param>
internal sealed class ZoneClocks(ChallengeCalendar challenge)
{
    private readonly Dictionary<ZoneTimeline, int> _numbers = [];
    private readonly List<ZoneState> _zones = [];
    private DateTimeOffset? _beforeToday;

    /// <summary>The first instant at which a zone has to be folded again; null when none has.</summary>
    public DateTimeOffset? NextChange { get; private set; }

    /// <summary>The number of a zone.</summary>
    public int NumberOf(ZoneTimeline zone)
    {
        if (!_numbers.TryGetValue(zone, out var number))
        {
            number = _zones.Count;
            _numbers.Add(zone, number);
            _zones.Add(new ZoneState(zone));
        }

        return number;
    }

    /// <summary>Advances the clocks; returns whether the people of a zone have to be folded again since this instant.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="beforeToday">The end of yesterday in the challenge's zone; null outside the challenge.</param>
    public bool Advance(DateTimeOffset now, DateTimeOffset? beforeToday)
    {
        var isNewDay = beforeToday != _beforeToday;
        var becameDue = isNewDay;
        _beforeToday = beforeToday;
        NextChange = null;
        foreach (ref var zone in CollectionsMarshal.AsSpan(_zones))
        {
            zone.StartOfDay = isNewDay ? null : zone.StartOfDay;
            zone.IsDue |= isNewDay;
            if (zone.Clock is null || zone.Until <= now)
            {
                zone.Clock = new LocalClock(zone.Zone, now);
                zone.Until = NextChangeOf(zone.Clock);
                zone.IsDue = becameDue = true;
            }

            NextChange = zone.Until < NextChange || NextChange is null ? zone.Until : NextChange;
        }

        return becameDue;
    }

    /// <summary>The zone's clock.</summary>
    public LocalClock Clock(int zone) => _zones[zone].Clock!;

    /// <summary>The zone's clock at the end of yesterday in the challenge's zone; null outside the challenge.</summary>
    public LocalClock? StartOfDay(int zone)
    {
        ref var state = ref CollectionsMarshal.AsSpan(_zones)[zone];
        return _beforeToday is { } instant ? state.StartOfDay ??= new LocalClock(state.Zone, instant) : null;
    }

    /// <summary>Whether the people of the zone have to be folded again.</summary>
    public bool IsDue(int zone) => _zones[zone].IsDue;

    /// <summary>Notes that everybody has been folded.</summary>
    public void Settle()
    {
        foreach (ref var zone in CollectionsMarshal.AsSpan(_zones))
        {
            zone.IsDue = false;
        }
    }

    // The last grace ends at noon of the day after the challenge.
    private DateTimeOffset? NextChangeOf(LocalClock clock) =>
        clock.Today > challenge.End.AddDays(1) ? null
        : clock.NoonOf(clock.Today) is var noon && noon > clock.Now && noon < clock.NextDay ? noon
        : clock.NextDay;

    private record struct ZoneState(ZoneTimeline Zone)
    {
        public LocalClock? Clock { get; set; }

        public LocalClock? StartOfDay { get; set; }

        public DateTimeOffset? Until { get; set; }

        public bool IsDue { get; set; }
    }
}
