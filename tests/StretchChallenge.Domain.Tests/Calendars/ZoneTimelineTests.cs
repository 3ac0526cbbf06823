using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Tests.Properties;
using StretchChallenge.Domain.Tests.Reference;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Calendars;

public sealed class ZoneTimelineTests
{
    [Theory]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z")]
    [InlineData("Asia/Beirut", "2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")]
    [InlineData("America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z")]
    public void StartOf_ClockChangedAtMidnight_IsTheFirstInstantOfTheDate(string zone, string date, string expected)
    {
        Assert.Equal(Utc(expected), ZoneTimeline.Fixed(TimeZones.Find(zone)).StartOf(DateOnly.Parse(date, null)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-29T10:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-25T11:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-02", "2026-03-02T06:15:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-03-02", "2026-03-01T22:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Kwajalein", "1993-08-21", "1993-08-21T12:00:00Z")]
    public void NoonOf_AnyDate_IsWhenTheClockReachesOrPassesIt(string zone, string date, string expected)
    {
        Assert.Equal(Utc(expected), ZoneTimeline.Fixed(TimeZones.Find(zone)).NoonOf(DateOnly.Parse(date, null)));
    }

    [Fact]
    public void NoonAndStart_AnyTravellerOnAnyDate_AgreeWithWalkingThroughTheDay() =>
        Check.Holds(1_000, PersonScenario.From, scenario =>
        {
            var zone = scenario.Calendar.Zone;
            var date = zone.DateAt(scenario.Now);
            return zone.NoonOf(date) == NaiveClock.Noon(zone, date) && zone.StartOf(date) == NaiveClock.Midnight(zone, date);
        });

    [Fact]
    public void NextMidnight_AnyTravellerAtAnyInstant_IsTheFirstInstantOfALaterDate() =>
        Check.Holds(1_000, PersonScenario.From, scenario =>
        {
            var zone = scenario.Calendar.Zone;
            var next = zone.NextMidnight(scenario.Now);
            return next > scenario.Now
                && zone.DateAt(next) > zone.DateAt(scenario.Now)
                && zone.DateAt(next.AddTicks(-1)) <= zone.DateAt(scenario.Now);
        });

    [Fact]
    public void ZoneAt_AfterAChange_HoldsFromItsVeryInstant()
    {
        var change = new ZoneChange(At(5, 0), "Asia/Tokyo", Neutralises: false);
        var zone = ZoneTimeline.Fixed(Berlin).With(change);

        Assert.Equal("Europe/Berlin", zone.ZoneAt(At(5, 0).AddTicks(-1)).Id);
        Assert.Equal("Asia/Tokyo", zone.ZoneAt(At(5, 0)).Id);
        Assert.Equal(At(5, 0), zone.NextChangeAfter(At(4, 0)));
        Assert.Null(zone.NextChangeAfter(At(5, 0)));
    }

    [Fact]
    public void Constructor_UnknownZone_Throws()
    {
        Assert.Throws<TimeZoneNotFoundException>(() =>
            new ZoneTimeline(Berlin, [new ZoneChange(At(5, 0), "Europe/Atlantis", false)]));
    }
}
