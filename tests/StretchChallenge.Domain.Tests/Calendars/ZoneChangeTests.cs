using StretchChallenge.Domain.Calendars;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Calendars;

/// <summary>Rule 3: a change of zone at the next midnight of the old one, and the dates that it makes neutral.</summary>
public sealed class ZoneChangeTests
{
    [Fact]
    public void PlanChange_Eastwards_ShortensTheNextDay()
    {
        var zone = ZoneTimeline.Fixed(Berlin);

        var change = zone.PlanChange(TimeZones.Find("Asia/Tokyo"), At(4, 9));

        Assert.Equal(new ZoneChange(At(5, 0), "Asia/Tokyo", Neutralises: true), change);
        Assert.Equal([March(5)], zone.With(change).NeutralDates);
    }

    [Fact]
    public void PlanChange_Westwards_ShortensNothing()
    {
        var zone = ZoneTimeline.Fixed(Berlin);

        var change = zone.PlanChange(TimeZones.Find("America/New_York"), At(4, 9));

        Assert.Equal(new ZoneChange(At(5, 0), "America/New_York", Neutralises: false), change);
        Assert.Equal(March(4), zone.With(change).DateAt(change.EffectiveAt));
        Assert.Empty(zone.With(change).NeutralDates);
    }

    [Fact]
    public void PlanChange_ToAZoneOfTheSameTime_ShortensNothing()
    {
        Assert.False(ZoneTimeline.Fixed(Berlin).PlanChange(TimeZones.Find("Europe/Paris"), At(4, 9)).Neutralises);
    }

    [Fact]
    public void PlanChange_EastwardsAcrossTheDateLine_SkipsADateAndShortensTheNext()
    {
        var zone = ZoneTimeline.Fixed(TimeZones.Find("Pacific/Pago_Pago"));

        var change = zone.PlanChange(TimeZones.Find("Pacific/Kiritimati"), Utc("2026-03-04T20:00:00Z"));

        Assert.Equal(Utc("2026-03-05T11:00:00Z"), change.EffectiveAt);
        Assert.Equal([March(5), March(6)], zone.With(change).NeutralDates.Order());
        Assert.Equal(March(6), zone.With(change).DateAt(change.EffectiveAt));
    }

    [Fact]
    public void PlanChange_WestwardsAcrossTheDateLine_LivesADateTwice()
    {
        var zone = ZoneTimeline.Fixed(TimeZones.Find("Pacific/Auckland"));

        var change = zone.PlanChange(TimeZones.Find("Pacific/Honolulu"), Utc("2026-03-04T00:00:00Z"));

        Assert.Equal(Utc("2026-03-04T11:00:00Z"), change.EffectiveAt);
        Assert.Equal(March(4), zone.With(change).DateAt(change.EffectiveAt));
        Assert.Empty(zone.With(change).NeutralDates);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void PlanChange_SomeDaysAfterANeutralisingOne_NeutralisesOnceIn14Days(int daysLater, bool neutralises)
    {
        var zone = ZoneTimeline.Fixed(TimeZones.Find("America/New_York"));
        zone = zone.With(zone.PlanChange(Berlin, Utc("2026-03-03T15:00:00Z")));

        var change = zone.PlanChange(TimeZones.Find("Asia/Tokyo"), Utc("2026-03-03T12:00:00Z").AddDays(daysLater));

        Assert.Equal(neutralises, change.Neutralises);
    }

    [Fact]
    public void PlanChange_AfterAWestwardOne_IsFreeToNeutralise()
    {
        var zone = ZoneTimeline.Fixed(Berlin);
        zone = zone.With(zone.PlanChange(TimeZones.Find("America/New_York"), At(3, 9)));

        Assert.True(zone.PlanChange(Berlin, At(6, 9)).Neutralises);
    }

    [Fact]
    public void PlanChange_WhileOneIsPending_ReplacesIt()
    {
        var zone = ZoneTimeline.Fixed(Berlin);
        zone = zone.With(zone.PlanChange(TimeZones.Find("Asia/Tokyo"), At(4, 9)));

        var change = zone.PlanChange(TimeZones.Find("Asia/Kolkata"), At(4, 20));

        Assert.Equal(new ZoneChange(At(5, 0), "Asia/Kolkata", Neutralises: true), change);
        Assert.Equal(change, Assert.Single(zone.With(change).Changes));
    }

    [Fact]
    public void PlanChange_WhileAWestwardOneIsPending_StillTakesEffectAtTheOldZonesMidnight()
    {
        var zone = ZoneTimeline.Fixed(Berlin);
        zone = zone.With(zone.PlanChange(TimeZones.Find("America/New_York"), At(4, 9)));

        Assert.Equal(At(5, 0), zone.PlanChange(TimeZones.Find("Asia/Tokyo"), At(4, 20)).EffectiveAt);
    }

    [Fact]
    public void PlanChange_BackToTheOldZoneWhileOneIsPending_LeavesEverythingAsItWas()
    {
        var zone = ZoneTimeline.Fixed(Berlin);
        zone = zone.With(zone.PlanChange(TimeZones.Find("Asia/Tokyo"), At(4, 9)));

        zone = zone.With(zone.PlanChange(Berlin, At(4, 20)));

        Assert.Equal("Europe/Berlin", zone.ZoneAt(At(9, 9)).Id);
        Assert.Empty(zone.NeutralDates);
    }
}
