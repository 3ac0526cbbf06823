using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Users;

/// <summary>Reporting the last missed due day (rule 5).</summary>
public abstract class SelfReportTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task Report_BeforeNoonOfTheNextDueDay_KeepsTheStreak()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await ana.CheckInAsync();
        Work.GoTo(March(4), "11:59");
        Assert.Equal(March(3), (await ana.TodayInAsync(spring)).Reportable);

        var answer = (await ana.ReportAsync(March(3))).Answer();

        Assert.Equal((March(3), true, CreditKind.SelfReported), (answer.Date, answer.Credited, answer.Kind));
        Assert.Equal(2, answer.Streaks.Single().Streak);
        Assert.Equal(2, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
        Assert.Null((await ana.TodayInAsync(spring)).Reportable);
    }

    [Fact]
    public async Task Report_AtNoonOfTheNextDueDay_IsRefusedAndTheDayIsFrozen()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await ana.CheckInAsync();

        Work.GoTo(March(4), "12:00");

        (await ana.ReportAsync(March(3))).IsRefused(RefusalKind.Conflict, "not-reportable");
        var today = await ana.TodayInAsync(spring);
        Assert.Equal((1, 1), (today.Streak, today.Freezes));
        Assert.Contains(today.Days, day => day.Date == March(3) && day.State == DayState.Frozen);
    }

    [Fact]
    public async Task Report_SecondOfTheWeek_IsRefused()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        Work.GoTo(March(4));
        (await ana.ReportAsync(March(3))).Answer();

        Work.GoTo(March(5));

        (await ana.ReportAsync(March(4))).IsRefused(RefusalKind.Conflict, "week-used");
    }

    [Fact]
    public async Task Report_OfFridayOnMonday_LeavesTheNewWeeksReport()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        Work.GoTo(March(9));
        var friday = await ana.ReportAsync(March(6));

        Work.GoTo(March(10));
        var monday = await ana.ReportAsync(March(9));

        Assert.Equal(1, friday.Answer().Streaks.Single().Streak);
        Assert.Equal(2, monday.Answer().Streaks.Single().Streak);
    }

    [Fact]
    public async Task Report_DayThatIsDoneTodayOrToCome_IsRefused()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        await ana.CheckInAsync();
        Work.GoTo(March(3));

        (await ana.ReportAsync(March(2))).IsRefused(RefusalKind.Conflict, "already-done");
        (await ana.ReportAsync(March(3))).IsRefused(RefusalKind.Conflict, "not-reportable");
        (await ana.ReportAsync(March(4))).IsRefused(RefusalKind.Conflict, "not-reportable");
    }

    [Fact]
    public async Task Report_OutsideOfAnyChallenge_IsRefused()
    {
        var ana = await Work.HireAsync("ana");
        Work.GoTo(March(3));

        (await ana.ReportAsync(March(2))).IsRefused(RefusalKind.Conflict, "not-reportable");
    }

    [Fact]
    public async Task Report_RepeatedCommand_GetsTheFirstAnswer()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        Work.GoTo(March(3));
        var first = (await ana.ReportAsync(March(2), "command")).Answer();

        Work.GoTo(March(12));
        var again = (await ana.ReportAsync(March(2), "command")).Answer();

        Assert.Equal((first.Date, first.Credited, first.Kind), (again.Date, again.Credited, again.Kind));
        Assert.Equal(first.Streaks.AsEnumerable(), again.Streaks.AsEnumerable());
    }

    [Fact]
    public async Task Report_ByWhoNeverDidAGuidedDay_CountsForThemButNotForTheTeam()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await people[1].CheckInAsync();
        Work.GoTo(March(3));

        (await people[0].ReportAsync(March(2))).Answer();

        Assert.Equal(1, (await people[0].TodayInAsync(spring)).Streak);
        var team = await spring.TeamAsync(blue);
        Assert.Equal((3, 1, 0), (team.Members, team.Started, team.MicroPoints));
    }

    [Fact]
    public async Task Report_OfAStartedMember_MakesTheTeamsDayWhole()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);
        await Work.CheckInOnAsync([March(3)], people[1]);
        Work.GoTo(March(4), "11:00");
        Assert.Equal((1, 133_333_333), await StandingAsync());

        (await people[0].ReportAsync(March(3))).Answer();
        (await people[2].ReportAsync(March(3))).Answer();

        Assert.Equal((2, 200_000_000), await StandingAsync());

        async Task<(int Streak, long MicroPoints)> StandingAsync()
        {
            var team = await spring.TeamAsync(blue);
            return (team.Streak, team.MicroPoints);
        }
    }

    public sealed class OnSqlite(GrainFixture fixture) : SelfReportTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : SelfReportTests(postgreSql);
}
