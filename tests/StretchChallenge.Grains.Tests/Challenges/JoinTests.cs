using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Challenges;

/// <summary>Coming into a challenge and into a team (rule 15).</summary>
public abstract class JoinTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task Join_WithTheCode_MakesAParticipantWhoIsOnTheBoardsAtOnce()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);

        var view = await people[1].JoinAsync(spring);

        Assert.Equal((ChallengeRole.Participant, 2, null), (view.Role, view.Participants, view.OwnTeam));
        Assert.Equal(spring.Id, (await people[1].TodayInAsync(spring)).ChallengeId);
        Assert.Equal(["ana", "ben"], (await spring.BoardAsync(BoardKind.PersonStreak)).Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task Join_WithAnotherCode_IsNotFound()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);

        var outcome = await spring.Grain.JoinAsync(new(people[1].Id, spring.Code.ToLowerInvariant(), null));

        outcome.IsRefused(RefusalKind.NotFound, "unknown-code");
        Assert.Null(await spring.Grain.GetRoleAsync("ben"));
    }

    [Fact]
    public async Task Join_AnUnknownChallengeOrAsNobody_IsNotFound()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);

        (await new Colleague(Work, "nobody").TryJoinAsync(spring)).IsRefused(RefusalKind.NotFound, "unknown-person");
        (await ana.TryJoinAsync(new TestChallenge(Work, ana, "nowhere", "code"))).IsRefused(RefusalKind.NotFound, "unknown-code");
    }

    [Fact]
    public async Task Join_TeamByNameOrId_IsTheSame()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue");

        var byName = (await people[1].TryJoinAsync(spring, " bLUE ")).Answer();
        var byId = (await people[2].TryJoinAsync(spring, blue.Id)).Answer();

        Assert.Equal((blue.Id, blue.Id), (byName.OwnTeam, byId.OwnTeam));
        Assert.Equal(2, byId.Teams.Single().Members);
        Assert.Equal(2, (await spring.TeamAsync(blue)).Members);
        Assert.Equal(2, (await spring.RowAsync(BoardKind.TeamStreak, blue.Id)).Members);
    }

    [Fact]
    public async Task Join_UnknownTeam_IsNotFoundAndJoinsNothing()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);

        (await people[1].TryJoinAsync(spring, "Red")).IsRefused(RefusalKind.NotFound, "unknown-team");

        Assert.Null(await spring.Grain.GetRoleAsync("ben"));
        Assert.Empty((await people[1].TodayAsync()).Challenges);
    }

    [Fact]
    public async Task Join_Again_ChangesNothing()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        var blue = await spring.AddTeamAsync("Blue", ana);

        var view = await ana.JoinAsync(spring);

        Assert.Equal((ChallengeRole.Organiser, 1, blue.Id), (view.Role, view.Participants, view.OwnTeam));
    }

    [Fact]
    public async Task Join_InTheMiddle_IsDueFromThatDayOn()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        Work.GoTo(March(11));

        await people[1].JoinAsync(spring);

        Work.GoTo(March(13), "13:00");
        var weeks = (await people[1].ProgressAsync(spring)).Weeks;
        Assert.Equal((0, 3), (weeks[0].Due, weeks[1].Due));
    }

    [Fact]
    public async Task Join_BeforeTheStart_IsDueFromTheStartOn()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana, startsOn: March(9));

        Work.GoTo(March(10), "13:00");

        Assert.Equal(2, (await ana.ProgressAsync(spring)).Ring.Due);
    }

    [Fact]
    public async Task ChangeOfTeam_WithADoneDay_TakesEffectTomorrow()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        var red = await spring.AddTeamAsync("Red");
        await Work.CheckInOnAsync([March(2)], people);

        var view = await people[2].JoinAsync(spring, red);

        Assert.Equal(blue.Id, view.OwnTeam);
        Assert.Equal((3, 0), (await MembersAsync(blue), await MembersAsync(red)));
        await Work.CheckInOnAsync([March(3)], people[2]);
        Assert.Equal(red.Id, (await spring.ViewAsync(people[2])).OwnTeam);
        Assert.Equal((2, 1), (await MembersAsync(blue), await MembersAsync(red)));
        Assert.Equal(100_000_000, (await spring.TeamAsync(blue)).MicroPoints);
        Assert.Equal((0, 1), ((await spring.TeamAsync(blue)).Today.Done, (await spring.TeamAsync(red)).Today.Done));
        Assert.Equal(red.Id, (await people[2].TodayInAsync(spring)).Team!.Id);

        async Task<int> MembersAsync(TestTeam team) => (await spring.TeamAsync(team)).Members;
    }

    [Fact]
    public async Task ChangeOfTeam_WithoutADoneDay_TakesEffectToday()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        var red = await spring.AddTeamAsync("Red");
        Work.GoTo(March(4));

        var view = await people[1].JoinAsync(spring, red);

        Assert.Equal(red.Id, view.OwnTeam);
        Assert.Equal(1, (await spring.TeamAsync(blue)).Members);
        Assert.Equal(1, (await spring.TeamAsync(red)).Members);
        Assert.Equal(1, (await spring.RowAsync(BoardKind.TeamPoints, blue.Id)).Members);
    }

    [Fact]
    public async Task ChangeOfTeam_OnTheDayOfJoining_LeavesNoTraceInTheFirst()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        var red = await spring.AddTeamAsync("Red");
        Assert.Equal(2, (await spring.RowAsync(BoardKind.TeamStreak, blue.Id)).Members);

        await people[1].JoinAsync(spring, red);

        Assert.Equal(1, (await spring.TeamAsync(blue)).Members);
        Assert.Equal(1, (await spring.RowAsync(BoardKind.TeamStreak, blue.Id)).Members);
        Assert.Equal(1, (await spring.RowAsync(BoardKind.TeamStreak, red.Id)).Members);
    }

    [Fact]
    public async Task ChangeOfTeam_DoneOnlyBeforeJoining_TakesEffectToday()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue");
        var red = await spring.AddTeamAsync("Red");
        await people[1].CheckInAsync();
        Work.GoTo(March(3));
        await people[1].JoinAsync(spring, blue);

        var view = await people[1].JoinAsync(spring, red);

        Assert.Equal(red.Id, view.OwnTeam);
    }

    [Fact]
    public async Task ChangeOfTeam_AndBackTheSameDay_IsAsIfNothingHappened()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        var red = await spring.AddTeamAsync("Red");
        await Work.CheckInOnAsync([March(2)], people);
        await people[1].JoinAsync(spring, red);

        await people[1].JoinAsync(spring, blue);

        Work.GoTo(March(3));
        Assert.Equal(blue.Id, (await spring.ViewAsync(people[1])).OwnTeam);
        Assert.Equal((2, 0), ((await spring.TeamAsync(blue)).Members, (await spring.TeamAsync(red)).Members));
    }

    [Fact]
    public async Task Leave_WithADoneDay_KeepsTheDaysDoneForTheTeam()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);

        Assert.Null(await people[2].LeaveAsync(spring));

        Assert.Null(await spring.Grain.GetRoleAsync("cem"));
        (await spring.Grain.GetAsync("cem")).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        Assert.Empty((await people[2].TodayAsync()).Challenges);
        Assert.Equal(["ana", "ben"], (await spring.BoardAsync(BoardKind.PersonStreak)).Rows.Select(row => row.Id));
        await Work.CheckInOnAsync([March(3)], people[0]);
        Work.GoTo(March(4));
        var team = await spring.TeamAsync(blue);
        Assert.Equal((2, 150_000_000), (team.Members, team.MicroPoints));
    }

    [Fact]
    public async Task Leave_AndComeBack_KeepsTheFirstJoiningDateAndTakesTheDaysBetweenOff()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        await people[1].JoinAsync(spring);
        await Work.CheckInOnAsync([March(2), March(3)], people[1]);
        await people[1].LeaveAsync(spring);

        Work.GoTo(March(9));
        await people[1].JoinAsync(spring);
        await people[1].CheckInAsync();

        var progress = await people[1].ProgressAsync(spring);
        Assert.Equal((3, 2, 3), (progress.Streak, progress.Freezes, progress.Ring.Done));
        Assert.Equal((2, 2, 3 + 2), (progress.Weeks[0].Due, progress.Weeks[0].Done, progress.Weeks[0].Off));
        Assert.Equal(DayState.Off, progress.Weeks[0].Days.Single(day => day.Date == March(4)).State);
        Assert.Equal(3, (await spring.RowAsync(BoardKind.PersonStreak, "ben")).Streak);
    }

    [Fact]
    public async Task Leave_ByAStranger_IsNotFound()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);

        (await people[1].LeaveAsync(spring)).IsFor(RefusalKind.NotFound, "unknown-challenge");
    }

    [Fact]
    public async Task Leave_ByTheLastOrganiser_IsRefusedUntilThereIsAnother()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        await people[1].JoinAsync(spring);

        (await people[0].LeaveAsync(spring)).IsFor(RefusalKind.Conflict, "last-organiser");
        Assert.Null(await people[0].AppointAsync(spring, people[1], ChallengeRole.Organiser));
        Assert.Null(await people[0].LeaveAsync(spring));
        (await people[1].LeaveAsync(spring)).IsFor(RefusalKind.Conflict, "last-organiser");

        Assert.Equal(ChallengeRole.Participant, (await people[0].JoinAsync(spring)).Role);
    }

    public sealed class OnSqlite(GrainFixture fixture) : JoinTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : JoinTests(postgreSql);
}
