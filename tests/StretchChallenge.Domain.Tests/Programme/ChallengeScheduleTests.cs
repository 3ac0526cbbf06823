using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Programme;

/// <summary>Rule 22.</summary>
public sealed class ChallengeScheduleTests
{
    [Fact]
    public void EndFor_AStart_Is56DaysInAll()
    {
        Assert.Equal(Challenge.End, ChallengeSchedule.EndFor(Challenge.Start));
        Assert.Equal(56, Challenge.Length);
    }

    [Fact]
    public void WeekOf_EachDay_CountsFromTheStart()
    {
        Assert.Equal(
            Enumerable.Range(1, 8).SelectMany(week => Enumerable.Repeat<int?>(week, 7)),
            Challenge.Dates.Select(date => ChallengeSchedule.WeekOf(Challenge, date)));
        Assert.Null(ChallengeSchedule.WeekOf(Challenge, March(1)));
        Assert.Null(ChallengeSchedule.WeekOf(Challenge, April(27)));
    }

    [Fact]
    public void BlockAndHold_EachWeek_AreTheProgrammes()
    {
        var weeks = Enumerable.Range(1, ChallengeSchedule.Weeks).ToArray();

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], weeks.Select(ChallengeSchedule.BlockOf));
        Assert.Equal([15, 20, 20, 25, 25, 30, 30, 30], weeks.Select(ChallengeSchedule.HoldSeconds));
    }

    [Fact]
    public void ClosesAt_ParticipantsAroundTheWorld_IsNoonInTheWesternmostZone()
    {
        ZoneTimeline[] zones = [Person.Zone, ZoneTimeline.Fixed(TimeZones.Find("Pacific/Honolulu")), ZoneTimeline.Fixed(TimeZones.Find("Asia/Tokyo"))];

        Assert.Equal(Utc("2026-04-27T22:00:00Z"), ChallengeSchedule.ClosesAt(Challenge, zones));
        Assert.Equal(Utc("2026-04-27T10:00:00Z"), ChallengeSchedule.ClosesAt(Challenge, []));
    }

    [Theory]
    [InlineData("2026-03-01T22:59:59Z", ChallengeState.Open)]
    [InlineData("2026-03-01T23:00:00Z", ChallengeState.Running)]
    [InlineData("2026-04-27T09:59:59Z", ChallengeState.Running)]
    [InlineData("2026-04-27T10:00:00Z", ChallengeState.Closed)]
    [InlineData("2026-04-30T09:59:59Z", ChallengeState.Closed)]
    [InlineData("2026-04-30T10:00:00Z", ChallengeState.Final)]
    public void StateAt_EachInstant_IsTheStateThatBeganLast(string now, ChallengeState state)
    {
        var closesAt = ChallengeSchedule.ClosesAt(Challenge, [Person.Zone]);

        Assert.Equal(state, ChallengeSchedule.StateAt(Challenge, closesAt, Utc(now)));
    }

    [Theory]
    [InlineData("2026-03-11T08:59:59Z", ChallengeState.Running)]
    [InlineData("2026-03-11T09:00:00Z", ChallengeState.Cancelled)]
    [InlineData("2026-06-01T00:00:00Z", ChallengeState.Cancelled)]
    public void StateAt_ACancelledChallenge_StaysCancelled(string now, ChallengeState state) => Assert.Equal(
        state,
        ChallengeSchedule.StateAt(
            Challenge, ChallengeSchedule.ClosesAt(Challenge, [Person.Zone]), Utc(now), cancelledAt: Utc("2026-03-11T09:00:00Z")));
}
