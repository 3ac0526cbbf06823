using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Teams;

/// <summary>What the vectors do not cover: who counts as a member, the days, the next change.</summary>
public sealed class TeamFoldTests
{
    [Fact]
    public void Members_StartedOrNot_AreCountedApart()
    {
        var team = Fold(At(3, 9), Member("a", Done(March(2))), Member("b", DayLedger.Empty), Member("c", DayLedger.Empty.Reported(March(2))));

        Assert.Equal((3, 1), (team.CurrentMembers, team.RankedMembers));
        Assert.Null(BoardScore.Of(BoardKind.TeamStreak, team));
        Assert.Null(BoardScore.Of(BoardKind.TeamPoints, team));
    }

    [Fact]
    public void BoardScore_ThreeStarted_IsRanked()
    {
        var team = Fold(At(2, 9), Member("a", Done(March(2))), Member("b", Done(March(2))), Member("c", Done(March(2))));

        Assert.Equal(new BoardScore(1, 1, 100_000_000), BoardScore.Of(BoardKind.TeamStreak, team));
        Assert.Equal(new BoardScore(100_000_000, 1), BoardScore.Of(BoardKind.TeamPoints, team));
    }

    [Fact]
    public void Members_LeavingToday_AreMembersUntilMidnight()
    {
        var leaving = Member("a", Done(March(2)), MarchDays(2, 3));

        Assert.Equal(1, Fold(At(3, 23), leaving).CurrentMembers);
        Assert.Equal(0, Fold(At(4, 0), leaving).CurrentMembers);
    }

    [Fact]
    public void Members_OutsideTheChallenge_AreThoseOfItsFirstAndLastDay()
    {
        var last = Member("a", Done(March(2)), new DateRange(March(2), April(26)));

        Assert.Equal((1, 0), Counts(Fold(Utc("2026-02-20T09:00:00Z"), last)));
        Assert.Equal((1, 1), Counts(Fold(Utc("2026-05-20T09:00:00Z"), last)));
    }

    [Fact]
    public void Days_OfAWeek_AreItsWorkDays()
    {
        var off = Person with { TimeOff = [MarchDays(4, 4)] };
        var a = new TeamMember(new UserId("a"), [DateRange.Since(March(2))], off, Done(March(2), March(3)));
        var b = new TeamMember(new UserId("b"), [DateRange.Since(March(2))], off, Done(March(2)));

        var team = TeamFold.Fold(Challenge, 70, [a, b], At(5, 9));

        Assert.Equal(
            [
                new TeamDay(March(2), new TeamCount(2, 2), TeamDayState.Reached, 100_000_000),
                new TeamDay(March(3), new TeamCount(1, 2), TeamDayState.Missed, 50_000_000),
                new TeamDay(March(4), new TeamCount(0, 0), TeamDayState.Neutral, 75_000_000),
                new TeamDay(March(5), new TeamCount(0, 2), TeamDayState.Pending, 0),
                new TeamDay(March(6), new TeamCount(0, 0), TeamDayState.Ahead, 0),
            ],
            team.Days.Take(5));
        Assert.Equal(40, team.Days.Length);
    }

    [Fact]
    public void NextChange_ADayInGrace_IsNoonThenMidnight()
    {
        var member = Member("a", Done(March(2)));

        Assert.Equal(At(4, 12), Fold(At(4, 9), member).NextChange);
        Assert.Equal(At(5, 0), Fold(At(4, 12), member).NextChange);
    }

    [Fact]
    public void NextChange_AllSettled_IsNever()
    {
        Assert.Null(Fold(Utc("2026-04-26T22:00:00Z"), Member("a", Done(March(2)))).NextChange);
    }

    [Theory]
    [InlineData(70, 10, 7)]
    [InlineData(70, 3, 3)]
    [InlineData(70, 4, 3)]
    [InlineData(1, 7, 1)]
    [InlineData(100, 7, 7)]
    [InlineData(33, 3, 1)]
    [InlineData(34, 3, 2)]
    [InlineData(67, 3, 3)]
    public void Reaches_AThreshold_NeedsWholePeopleRoundedUp(int percent, int due, int needed)
    {
        Assert.True(new TeamCount(needed, due).Reaches(percent));
        Assert.False(new TeamCount(needed - 1, due).Reaches(percent));
    }

    private static (int Current, int Ranked) Counts(TeamStanding team) => (team.CurrentMembers, team.RankedMembers);

    private static TeamStanding Fold(DateTimeOffset now, params TeamMember[] members) => TeamFold.Fold(Challenge, 70, members, now);

    private static TeamMember Member(string id, DayLedger ledger, DateRange? days = null) =>
        new(new UserId(id), [days ?? DateRange.Since(March(2))], Person, ledger);
}
