using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Teams;

/// <summary>A team's page: what it tells of its days and people, and what it keeps to itself (rule 21).</summary>
public abstract class TeamPageTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task Details_LargeTeam_HasItsDaysWithWhatTheGoalNeeded()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);
        await Work.CheckInOnAsync([March(3)], people[..3]);

        var page = await PageAsync(blue, people[0]);

        Assert.Equal(new TeamDate(March(2), TeamDayState.Reached, 5, 0), page.Days[0]);
        Assert.Equal(new TeamDate(March(3), TeamDayState.Pending, 3, 1), page.Days[1]);
        Assert.Equal(new TeamDate(March(4), TeamDayState.Ahead, 0, null), page.Days[2]);
        Assert.Equal(new TeamToday(3, 1), page.Today);
        Assert.Equal(["ana", "ben", "cem"], page.DoneToday.AsEnumerable());
        Assert.Equal((1, 70), (page.Streak, page.Threshold));
    }

    [Fact]
    public async Task Details_SmallTeam_HasNoDayThatTellsWhoWasDue()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);
        await people[3].TakeOffAsync(March(3), March(3));
        await Work.CheckInOnAsync([March(3)], people[..3]);

        var page = await PageAsync(blue, people[0]);

        Assert.Equal([new TeamDate(March(2), null, 4, null), new TeamDate(March(3), null, 3, null)], page.Days.Take(2));
        Assert.All(page.Days.Skip(2), day => Assert.Equal(TeamDayState.Ahead, day.State));
        Assert.Equal(new TeamToday(3, null), page.Today);
        Assert.Equal(100, page.Points);
    }

    [Fact]
    public async Task Details_GrownTeam_KeepsItsSmallDaysToItself()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people[..4]);
        await Work.CheckInOnAsync([March(2)], people[..4]);
        Work.GoTo(March(3), "09:00");
        await people[4].JoinAsync(spring, blue);
        await Work.CheckInOnAsync([March(3)], people);

        var page = await PageAsync(blue, people[0]);

        Assert.Equal(
            [new TeamDate(March(2), null, 4, null), new TeamDate(March(3), TeamDayState.Reached, 5, 0)],
            page.Days.Take(2));
    }

    [Fact]
    public async Task Details_Members_AreWhoIsThereNow()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var hidden = await Work.HireAsync("dia", showName: false);
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", [.. people, hidden]);
        await people[2].LeaveAsync(spring);
        await people[0].AppointAsync(spring, people[1], ChallengeRole.Captain);

        var page = await PageAsync(blue, people[0]);
        var toHidden = await PageAsync(blue, hidden);

        Assert.Equal([new TeamMemberView("ana", "ana", false, true), new TeamMemberView("ben", "ben", true, false)], page.Members.AsEnumerable());
        Assert.Equal(1, page.OthersCount);
        Assert.Equal(new TeamMemberView("dia", "dia", false, true), toHidden.Members[^1]);
        Assert.Equal(0, toHidden.OthersCount);
    }

    [Fact]
    public async Task GetTeamRank_FromThreeStartedMembersOn_IsTheBoards()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people[..3]);
        var red = await spring.AddTeamAsync("Red", people[3]);
        await Work.CheckInOnAsync([March(2)], people);

        Assert.Equal(1, await spring.Standings.GetTeamRankAsync(BoardKind.TeamStreak, blue.Id));
        Assert.Null(await spring.Standings.GetTeamRankAsync(BoardKind.TeamStreak, red.Id));
        Assert.Null(await spring.Standings.GetTeamRankAsync(BoardKind.TeamStreak, "nothing"));
    }

    [Fact]
    public async Task Moments_OfNamedMembers_AreForMembersAlone()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var hidden = await Work.HireAsync("dia", showName: false);
        var outsider = await Work.HireAsync("eve");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", [.. people, hidden]);
        await outsider.JoinAsync(spring);
        await Work.CheckInOnAsync([March(2), March(3), March(4), March(5), March(6)], people[0], hidden);
        var team = Work.Grains.GetGrain<ITeamGrain>(blue.Id);

        var moments = await team.GetMomentsAsync("ben");
        var mates = await team.GetMatesAsync("ben");

        Assert.Equal([new TeamMoment("ana", "ana", MilestoneKind.Streak, 5, March(6))], moments!.Moments.AsEnumerable());
        Assert.Equal(["ana", "dia"], mates!.MateIds.Order());
        Assert.Null(await team.GetMomentsAsync("eve"));
        Assert.Null(await team.GetMatesAsync("eve"));
    }

    [Fact]
    public async Task Moments_OfDoneDays_AreForThePersonAlone()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        // Ten done days of eleven due ones: beside the percent that boards show, the ten would tell that one was missed.
        await Work.CheckInOnAsync([March(2), March(4), March(5), March(6), March(9), March(10), March(11), March(12), March(13), March(16)], people[0]);
        var team = Work.Grains.GetGrain<ITeamGrain>(blue.Id);

        Assert.DoesNotContain((await team.GetMomentsAsync("ben"))!.Moments, moment => moment.Kind == MilestoneKind.DoneDays);
        Assert.Contains(new TeamMoment("ana", "ana", MilestoneKind.DoneDays, 10, March(16)), (await team.GetMomentsAsync("ana"))!.Moments);
    }

    private async Task<TeamDetails> PageAsync(TestTeam team, Colleague viewer) =>
        await Work.Grains.GetGrain<ITeamGrain>(team.Id).GetDetailsAsync(viewer.Id)
        ?? throw new InvalidOperationException($"There is no team {team.Name}.");

    public sealed class OnSqlite(GrainFixture fixture) : TeamPageTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : TeamPageTests(postgreSql);
}
