using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Standings;

/// <summary>Folding in slices, and what boards know of people; PeopleBoardsPropertyTests compares whole boards.</summary>
public sealed class PeopleBoardsTests
{
    private readonly PeopleBoards _boards = new(Challenge);

    [Fact]
    public void Refresh_AMidnight_FoldsNoMoreInACallThanItMay()
    {
        PutAll(10);
        Assert.True(Refresh(At(2, 20)));

        Assert.False(Refresh(At(3, 0), most: 4));
        Assert.False(Refresh(At(3, 0), most: 4));
        Assert.True(Refresh(At(3, 0), most: 4));
        Assert.True(Refresh(At(3, 0), most: 0));
    }

    [Fact]
    public void Refresh_ACheckInDuringAMidnight_IsFoldedFirst()
    {
        PutAll(10);
        Refresh(At(2, 20));
        Refresh(At(3, 0), most: 1);

        _boards.SetDays("p9", Done(March(2), March(3)));
        Refresh(At(3, 0), most: 1);

        Assert.Equal((1, 2), (_boards.Own(BoardKind.PersonStreak, "p9")!.Value.Rank, _boards.Own(BoardKind.PersonStreak, "p9")!.Value.Streak.Current));
    }

    [Fact]
    public void Refresh_AnotherZonesNoonDuringAMidnight_FoldsThatZoneToo()
    {
        PutAll(10);
        var auckland = ZoneTimeline.Fixed(TimeZones.Find("Pacific/Auckland"));
        _boards.Put(PersonNamed("nz") with { Calendar = Person with { Zone = auckland }, Credited = Done(March(2)).In(Challenge, 0) });
        Refresh(At(3, 23));
        Refresh(At(4, 0), most: 3);

        // Noon of the 4th in Auckland: the grace of the 3rd is over, and takes a freeze.
        while (!Refresh(auckland.NoonOf(March(4)), most: 3))
        {
        }

        Assert.Equal((1, 1), (_boards.Own(BoardKind.PersonStreak, "nz")!.Value.Streak.Current, _boards.Own(BoardKind.PersonStreak, "nz")!.Value.Streak.Freezes));
    }

    [Fact]
    public void NextChange_OverADay_IsNoonAndMidnight()
    {
        PutAll(1);

        Refresh(At(2, 9));
        Assert.Equal(At(2, 12), _boards.NextChange);
        Refresh(At(2, 12));
        Assert.Equal(At(3, 0), _boards.NextChange);
    }

    [Fact]
    public void NextChange_AfterTheLastGrace_IsNone()
    {
        PutAll(1);

        Refresh(Utc("2026-04-27T21:59:59Z"));
        Assert.NotNull(_boards.NextChange);
        Refresh(Utc("2026-04-27T22:00:00Z"));
        Assert.Null(_boards.NextChange);
    }

    [Fact]
    public void SetDays_DaysBeforeJoining_DoNotUseUpTheWeeksReport()
    {
        _boards.Put(PersonNamed("late") with { Calendar = Person with { Joined = March(4) } });
        _boards.SetDays("late", Done(March(4)).Reported(March(3)));
        Refresh(At(6, 9));

        Assert.Equal(2, _boards.Own(BoardKind.PersonStreak, "late")!.Value.Streak.PendingDue);
    }

    [Fact]
    public void SetDays_SomebodyUnknown_IsRefused()
    {
        Assert.False(_boards.SetDays("nobody", DayLedger.Empty));
        Assert.Null(_boards.Own(BoardKind.PersonStreak, "nobody"));
        Assert.Empty(_boards.Around(BoardKind.PersonStreak, "nobody", 5));
    }

    [Fact]
    public void TeamOn_SomebodyWhoChangedTeams_IsTheOneOfTheDate()
    {
        _boards.Put(PersonNamed("mover") with
        {
            Teams =
            [
                new TeamMembership(new TeamId("a"), MarchDays(2, 4)),
                new TeamMembership(new TeamId("b"), MarchDays(5, 6)),
                new TeamMembership(new TeamId("c"), DateRange.Since(March(9))),
            ],
        });
        Refresh(At(2, 9));

        Assert.Equal(["a", "b", "", "c"], new[] { 4, 6, 7, 9 }.Select(day => _boards.TeamOn("mover", March(day))?.Value ?? ""));
        Assert.Equal(["a", "b", "c"], _boards.TeamsOf("mover").Select(team => team.Team.Value));
    }

    [Fact]
    public void Put_SomebodyWhoLeft_TakesThemOffTheBoards()
    {
        PutAll(2);
        Refresh(At(2, 9));

        _boards.Put(PersonNamed("p0") with { IsAway = true });
        Refresh(At(2, 9));

        Assert.Equal(1, _boards.Total);
        Assert.Equal(["p1"], _boards.Top(BoardKind.PersonStreak, 5).Select(row => row.Id));
        Assert.Null(_boards.TeamOn("p0", March(2)));
    }

    [Fact]
    public void WasFolded_SinceItWasForgotten_IsTrueOfWhoChanged()
    {
        PutAll(3);
        Refresh(At(2, 9));
        Assert.True(_boards.WasFolded("p0"));

        _boards.ForgetFolds();
        _boards.SetDays("p1", Done(March(2)));
        Refresh(At(2, 9));

        Assert.Equal([false, true, false, false], new[] { "p0", "p1", "p2", "nobody" }.Select(_boards.WasFolded));
        Refresh(At(3, 9));
        Assert.True(_boards.WasFolded("p0"));
    }

    private bool Refresh(DateTimeOffset now, int most = int.MaxValue) => _boards.Refresh(now, Challenge.EndOfYesterday(now), most);

    private void PutAll(int people)
    {
        for (var number = 0; number < people; number++)
        {
            _boards.Put(PersonNamed($"p{number}"));
        }
    }

    private static BoardPerson PersonNamed(string id) =>
        new(new UserId(id), $"Name of {id}", IsListed: true, IsAway: false, Person, default, []);
}
