using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Grains.Tests.Challenges;

/// <summary>A challenge from its making to its close (rules 10, 17 and 22).</summary>
public abstract class ChallengeTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task Create_MakesTheMakerOrganiserAndParticipant()
    {
        var ana = await Work.HireAsync("ana");

        var spring = await Work.StartChallengeAsync(ana, startsOn: March(9), holidays: [April(6), April(3)]);

        var view = await spring.ViewAsync();
        Assert.Equal(("Spring", spring.Code, March(9), new DateOnly(2026, 5, 3)), (view.Name, view.Code, view.StartsOn, view.EndsOn));
        Assert.Equal((Workplace.Berlin, 70, ChallengeState.Open), (view.TimeZone, view.TeamThreshold, view.State));
        Assert.Equal((ChallengeRole.Organiser, 1), (view.Role, view.Participants));
        Assert.Equal(["Mon", "Tue", "Wed", "Thu", "Fri"], view.WorkDays.AsEnumerable());
        Assert.Equal([April(3), April(6)], view.Holidays.AsEnumerable());
        Assert.Equal("ana", (await spring.BoardAsync(BoardKind.PersonStreak)).Rows.Single().Id);
        Assert.True(spring.Code.Length >= 8);
    }

    [Fact]
    public async Task Create_ImpossibleSettings_IsInvalid()
    {
        var ana = await Work.HireAsync("ana");

        await RefusesAsync(possible => possible with { StartsOn = new DateOnly(2026, 2, 22) }, "starts-too-early", "startsOn");
        await RefusesAsync(possible => possible with { StartsOn = new DateOnly(2027, 3, 4) }, "starts-too-late", "startsOn");
        await RefusesAsync(possible => possible with { TimeZone = "Mars/Olympus" }, "unknown-zone", "timeZone");
        await RefusesAsync(possible => possible with { WorkDays = ["Mon", "mon"] }, "unknown-work-days", "workDays");

        async Task RefusesAsync(Func<CreateChallenge, CreateChallenge> change, string code, string field)
        {
            var possible = new CreateChallenge(ana.Id, "Spring", March(2), Workplace.Berlin, ["Mon"], [], 70);
            var grain = Work.Grains.GetGrain<IChallengeGrain>(Guid.NewGuid().ToString("N"));
            var outcome = await grain.CreateAsync(change(possible));
            outcome.IsRefused(RefusalKind.Invalid, code);
            Assert.Equal(field, outcome.Refusal!.Field);
            Assert.Null(await grain.GetStateAsync());
        }
    }

    [Fact]
    public async Task Create_ByNobody_IsNotFound()
    {
        var grain = Work.Grains.GetGrain<IChallengeGrain>("spring");

        var outcome = await grain.CreateAsync(new CreateChallenge("nobody", "Spring", March(2), Workplace.Berlin, ["Mon"], [], 70));

        outcome.IsRefused(RefusalKind.NotFound, "unknown-person");
    }

    [Fact]
    public async Task Create_Twice_IsAConflictAndKeepsTheFirst()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);

        var outcome = await spring.Grain.CreateAsync(
            new CreateChallenge("ben", "Mine", March(2), Workplace.Berlin, ["Mon"], [], 70));

        outcome.IsRefused(RefusalKind.Conflict, "challenge-exists");
        Assert.Equal("Spring", (await spring.ViewAsync()).Name);
    }

    [Fact]
    public async Task Invitation_ShowsNameDatesAndTeams()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        var blue = await spring.AddTeamAsync("Blue", ana);

        var invitation = (await spring.Grain.GetInvitationAsync()).Answer();

        Assert.Equal(("Spring", March(2), April(26)), (invitation.Name, invitation.StartsOn, invitation.EndsOn));
        Assert.Equal([new TeamView(blue.Id, "Blue", 1)], invitation.Teams.AsEnumerable());
        (await Work.Grains.GetGrain<IChallengeGrain>("nowhere").GetInvitationAsync()).IsRefused(RefusalKind.NotFound, "unknown-code");
    }

    [Fact]
    public async Task State_FollowsTheCalendar()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana, startsOn: March(9));
        var end = new DateOnly(2026, 5, 3);

        await IsAsync(ChallengeState.Open, March(8), "23:59");
        await IsAsync(ChallengeState.Running, March(9), "00:00");
        await IsAsync(ChallengeState.Running, end.AddDays(1), "11:59");
        await IsAsync(ChallengeState.Closed, end.AddDays(1), "12:00");
        await IsAsync(ChallengeState.Closed, end.AddDays(4), "11:59");
        await IsAsync(ChallengeState.Final, end.AddDays(4), "12:00");

        async Task IsAsync(ChallengeState state, DateOnly date, string time)
        {
            Work.GoTo(date, time);
            Assert.Equal(state, await spring.Grain.GetStateAsync());
            Assert.Equal(state, (await spring.ViewAsync()).State);
            Assert.Equal(state, (await ana.TodayInAsync(spring)).State);
        }
    }

    [Fact]
    public async Task State_ClosesAtNoonOfTheWesternmostParticipant()
    {
        var ana = await Work.HireAsync("ana");
        var hana = await Work.HireAsync("hana", "Pacific/Honolulu");
        var spring = await Work.StartChallengeAsync(ana);
        await hana.JoinAsync(spring);
        var noonInHonolulu = new DateTimeOffset(2026, 4, 27, 12, 0, 0, TimeSpan.FromHours(-10));

        Work.Clock.SetUtcNow(noonInHonolulu.AddMinutes(-1));
        Assert.Equal(ChallengeState.Running, await spring.Grain.GetStateAsync());
        Work.Clock.SetUtcNow(noonInHonolulu);
        Assert.Equal(ChallengeState.Closed, await spring.Grain.GetStateAsync());
    }

    [Fact]
    public async Task State_ParticipantWhoMovedWest_KeepsItOpen()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await ana.MoveToAsync("Pacific/Honolulu");

        Work.GoTo(April(27), "12:00");
        Assert.Equal(ChallengeState.Running, await spring.Grain.GetStateAsync());
        await Work.DeactivateEverythingAsync();
        Assert.Equal(ChallengeState.Running, await spring.Grain.GetStateAsync());
    }

    [Fact]
    public async Task State_ParticipantWhoMovesWestOnTheLastDay_KeepsItOpen()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        Work.GoTo(April(26));
        Assert.Equal(ChallengeState.Running, await spring.Grain.GetStateAsync());
        await ana.MoveToAsync("Pacific/Honolulu");

        Work.GoTo(April(27), "12:00");

        Assert.Equal(ChallengeState.Running, await spring.Grain.GetStateAsync());
    }

    [Fact]
    public async Task State_ParticipantWhoMovedWestWhileTheyJoined_KeepsItOpen()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        var hold = Work.Faults.HoldAfter(nameof(IChallengeStore.SaveEnrolmentAsync));
        var joining = people[1].JoinAsync(spring);
        await hold.Reached;
        (await people[1].MoveToAsync("Pacific/Honolulu")).Answer();
        hold.Release();
        await joining;

        Work.GoTo(April(27), "12:00");

        Assert.Equal(ChallengeState.Running, await spring.Grain.GetStateAsync());
    }

    [Fact]
    public async Task AfterTheClose_NothingChangesAnyMore()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        await people[1].JoinAsync(spring);
        Work.GoTo(April(27), "12:00");

        (await people[2].TryJoinAsync(spring)).IsRefused(RefusalKind.Conflict, "challenge-over");
        (await spring.Grain.AddTeamAsync("ana", "Late")).IsRefused(RefusalKind.Conflict, "challenge-over");
        (await spring.ChangeAsync(name: "Late")).IsRefused(RefusalKind.Conflict, "challenge-over");
        (await spring.Grain.RenewCodeAsync("ana")).IsRefused(RefusalKind.Conflict, "challenge-over");
        (await spring.Grain.SetMemberAsync(new SetMember("ana", "ben", ChallengeRole.Captain, "Blue"))).IsFor(RefusalKind.Conflict, "challenge-over");
    }

    [Fact]
    public async Task AfterTheClose_TheOnlyOrganiserHandsOverAndGoes()
    {
        // The first account administers the site.
        var people = await Work.HireAllAsync("root", "ana", "ben");
        var spring = await Work.StartChallengeAsync(people[1]);
        await people[2].JoinAsync(spring);
        Work.GoTo(April(27), "12:00");

        Assert.Null(await people[1].AppointAsync(spring, people[2], ChallengeRole.Organiser));
        Assert.Null(await people[1].Grain.DeleteAccountAsync());

        Assert.Equal(ChallengeRole.Organiser, await spring.Grain.GetRoleAsync("ben"));
    }

    [Fact]
    public async Task AfterTheClose_CreditsNoLongerCountButStaysReadable()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await Work.CheckInOnAsync([April(23), April(24)], ana);

        await Work.CheckInOnAsync([April(28)], ana);

        Assert.Equal(2, (await ana.ProgressAsync(spring)).Streak);
        Assert.Equal(2, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
    }

    [Fact]
    public async Task Holiday_AddedLater_CountsAsIfItHadAlwaysBeen()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2), March(3), March(5)], people);
        Work.GoTo(March(5), "13:00");
        Assert.Equal((3, 1), await StreakAsync());
        Assert.Equal((1, 200_000_000), await TeamAsync());

        (await spring.ChangeAsync(holidays: [March(4)])).Answer();

        Assert.Equal((3, 2), await StreakAsync());
        Assert.Equal((3, 200_000_000), await TeamAsync());
        Assert.Equal(3, (await spring.RowAsync(BoardKind.TeamStreak, blue.Id)).Streak);
        Assert.Equal(3, (await spring.BoardAsync(BoardKind.PersonStreak, people[0])).Own!.Row.Due);
        Assert.Equal([March(4)], (await spring.ViewAsync()).Holidays.AsEnumerable());

        (await spring.ChangeAsync(holidays: [])).Answer();

        Assert.Equal((3, 1), await StreakAsync());
        Assert.Equal((1, 200_000_000), await TeamAsync());

        async Task<(int Streak, int Freezes)> StreakAsync()
        {
            var progress = await people[0].ProgressAsync(spring);
            Assert.Equal(progress.Streak, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
            return (progress.Streak, progress.Freezes);
        }

        async Task<(int Streak, long MicroPoints)> TeamAsync()
        {
            var team = await spring.TeamAsync(blue);
            return (team.Streak, team.MicroPoints);
        }
    }

    [Fact]
    public async Task Threshold_Changed_CountsForAllDays()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);
        await Work.CheckInOnAsync([March(3)], people[0], people[1]);
        Work.GoTo(March(4), "12:00");
        Assert.Equal(0, (await spring.RowAsync(BoardKind.TeamStreak, blue.Id)).Streak);

        var view = (await spring.ChangeAsync(name: "Summer", threshold: 60)).Answer();

        Assert.Equal(("Summer", 60), (view.Name, view.TeamThreshold));
        Assert.Equal(2, (await spring.TeamAsync(blue)).Streak);
        Assert.Equal(2, (await spring.RowAsync(BoardKind.TeamStreak, blue.Id)).Streak);
        Assert.Equal("Summer", (await people[2].TodayInAsync(spring)).Name);
    }

    [Fact]
    public async Task Today_OfAPersonInNoChallenge_IsJustTheDay()
    {
        var ana = await Work.HireAsync("ana");

        var today = await ana.TodayAsync();

        Assert.Equal((March(2), Workplace.Berlin, false), (today.Date, today.Zone, today.Done));
        Assert.Empty(today.Challenges);
        (await ana.Grain.GetTodayAsync(March(2).AddYears(5))).IsRefused(RefusalKind.Invalid, "impossible-date");
    }

    [Fact]
    public async Task Today_ShowsWeekTeamAndTheDaysUpToTheDate()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        var blue = await spring.AddTeamAsync("Blue", ana);
        await Work.CheckInOnAsync([March(17)], ana);

        var today = await ana.TodayInAsync(spring);
        var lastWeek = (await ana.TodayAsync(March(10))).Challenges.Single();

        Assert.Equal((3, ChallengeState.Running), (today.Week, today.State));
        Assert.Equal((March(4), March(17), 14), (today.Days[0].Date, today.Days[^1].Date, today.Days.Length));
        Assert.Equal(DayState.Done, today.Days[^1].State);
        Assert.Equal((blue.Id, "Blue", 1), (today.Team!.Id, today.Team.Name, today.Team.Today.Done));
        Assert.Equal((2, March(10)), (lastWeek.Week, lastWeek.Days[^1].Date));
    }

    public sealed class OnSqlite(GrainFixture fixture) : ChallengeTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ChallengeTests(postgreSql);
}
