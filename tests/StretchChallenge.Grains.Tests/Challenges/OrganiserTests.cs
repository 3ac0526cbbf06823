using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Grains.Tests.Challenges;

/// <summary>What organisers do with teams and many people at once.</summary>
public sealed class OrganiserTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private TestChallenge? _spring;
    private Colleague[] _people = [];

    private TestChallenge Spring => _spring!;

    private Colleague Organiser => _people[0];

    private Colleague Ben => _people[1];

    private Colleague Cem => _people[2];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben", "cem", "dan", "eva");
        _spring = await Work.StartChallengeAsync(Organiser);
        foreach (var member in _people[1..])
        {
            await member.JoinAsync(Spring);
        }
    }

    [Fact]
    public async Task AddTeam_GetsTheNextColour()
    {
        await Spring.AddTeamAsync("Blue");
        await Spring.AddTeamAsync("Red");

        Assert.Equal([TeamColour.Sky, TeamColour.Coral], (await Spring.ViewAsync()).Teams.Select(team => team.Colour));
    }

    [Fact]
    public async Task ChangeTeam_NameAndColour_ShowOnTheBoardAtOnce()
    {
        var blue = await Spring.AddTeamAsync("Bl**dy", Ben);
        await Spring.RowAsync(BoardKind.TeamStreak, blue.Id);

        Assert.Null(await ChangeTeamAsync(blue, "Blue", TeamColour.Berry));

        var row = await Spring.RowAsync(BoardKind.TeamStreak, blue.Id);
        Assert.Equal(("Blue", TeamColour.Berry), (row.Name, row.Colour));
        Assert.Equal(("Blue", TeamColour.Berry), Assert.Single((await Spring.ViewAsync()).Teams) is var team ? (team.Name, team.Colour) : default);
    }

    [Fact]
    public async Task ChangeTeam_ToALikeNameOfItsOwn_IsDone_AndOfAnother_IsAConflict()
    {
        var blue = await Spring.AddTeamAsync("Blue");
        await Spring.AddTeamAsync("Red");

        Assert.Null(await ChangeTeamAsync(blue, "BLUE"));
        (await ChangeTeamAsync(blue, "rеd")).IsFor(RefusalKind.Conflict, "team-exists"); // With a Cyrillic letter.
        (await ChangeTeamAsync(new TestTeam("none", ""), "X")).IsFor(RefusalKind.NotFound, "unknown-team");
    }

    [Fact]
    public async Task RemoveTeam_OfWhoStarted_KeepsTodayAndPast_AndLeavesTheBoard()
    {
        var blue = await Spring.AddTeamAsync("Blue", Ben);
        await Ben.CheckInAsync();

        Assert.Null(await Spring.Grain.RemoveTeamAsync(Organiser.Id, blue.Id));

        Assert.Empty((await Spring.ViewAsync()).Teams);
        Assert.Equal(blue.Id, (await Spring.ViewAsync(Ben)).OwnTeam);
        Assert.Empty((await Spring.BoardAsync(BoardKind.TeamStreak)).Rows);
        (await Cem.TryJoinAsync(Spring, blue.Id)).IsRefused(RefusalKind.NotFound, "unknown-team");
        (await ChangeTeamAsync(blue, "Azure")).IsFor(RefusalKind.NotFound, "unknown-team");
        Work.GoTo(Monday.AddDays(1));
        Assert.Null((await Spring.ViewAsync(Ben)).OwnTeam);
        Assert.True((await Work.Get<IChallengeStore>().FindTeamAsync(new TeamId(blue.Id)))!.IsClosed);
        await Spring.AddTeamAsync("Blue");
    }

    [Fact]
    public async Task RemoveTeam_WithoutPast_DeletesIt()
    {
        var blue = await Spring.AddTeamAsync("Blue", Ben);

        Assert.Null(await Spring.Grain.RemoveTeamAsync(Organiser.Id, blue.Id));

        Assert.Null((await Spring.ViewAsync(Ben)).OwnTeam);
        Assert.Null(await Work.Get<IChallengeStore>().FindTeamAsync(new TeamId(blue.Id)));
        await Work.DeactivateEverythingAsync();
        Assert.Empty((await Spring.ViewAsync()).Teams);
    }

    [Fact]
    public async Task AssignTeams_WhoIsInNone_BalancesTheSizesInOneEntryOfTheLog()
    {
        var blue = await Spring.AddTeamAsync("Blue", Ben);
        var red = await Spring.AddTeamAsync("Red");

        var assigned = (await Spring.Grain.AssignTeamsAsync(new AssignTeams(Organiser.Id, null))).Answer();

        Assert.Equal(4, assigned.Assigned);
        Assert.Equal([2, 3], assigned.Teams.Select(team => team.Members).Order());
        Assert.Equal(blue.Id, (await Spring.ViewAsync(Ben)).OwnTeam);
        Assert.Equal(5, (await Spring.TeamAsync(blue)).Members + (await Spring.TeamAsync(red)).Members);
        var log = await Work.Get<IAuditLog>().ReadAsync(new ChallengeId(Spring.Id), null, 10);
        Assert.Equal(("peopleAssigned", """{"people":4}"""), (log[0].Action, log[0].Detail));
        Assert.Equal(0, (await Spring.Grain.AssignTeamsAsync(new AssignTeams(Organiser.Id, null))).Answer().Assigned);
    }

    [Fact]
    public async Task AssignTeams_OfWhoStarted_TakesEffectTomorrow()
    {
        await Ben.CheckInAsync();
        var blue = await Spring.AddTeamAsync("Blue");

        (await Spring.Grain.AssignTeamsAsync(new AssignTeams(Organiser.Id, [Ben.Id]))).Answer();

        Assert.Equal(blue.Id, (await Spring.ViewAsync(Ben)).OwnTeam);
        await Spring.AddTeamAsync("Red");
        (await Spring.Grain.AssignTeamsAsync(new AssignTeams(Organiser.Id, [Cem.Id, Ben.Id]))).Answer();
        Assert.Equal(blue.Id, (await Spring.ViewAsync(Ben)).OwnTeam);
    }

    [Fact]
    public async Task AssignTeams_WithoutTeamsOrOfAStranger_IsRefused()
    {
        (await Spring.Grain.AssignTeamsAsync(new AssignTeams(Organiser.Id, null))).IsRefused(RefusalKind.Conflict, "no-teams");
        (await Spring.Grain.AssignTeamsAsync(new AssignTeams(Organiser.Id, ["nobody"]))).IsRefused(RefusalKind.NotFound, "unknown-member");
    }

    [Fact]
    public async Task InvitePeople_MakesMissingTeams_AndEnrolsNobody()
    {
        await Spring.AddTeamAsync("Blue");

        var done = (await InviteAsync(
            new PersonToInvite("x@example.org", "Xu", "blue", ChallengeRole.Organiser), new PersonToInvite("y@example.org", null, "Green", null))).Answer();

        Assert.Equal(new PeopleInvited(2, 1), done);
        Assert.Equal(["Blue", "Green"], (await Spring.ViewAsync()).Teams.Select(team => team.Name));
        Assert.Equal(5, (await Spring.ViewAsync()).Participants);
    }

    [Fact]
    public async Task Join_InvitedTeam_CountsForTheFirstTimeAlone()
    {
        var blue = await Spring.AddTeamAsync("Blue");
        var fay = await Work.HireAsync("fay");
        var join = new JoinChallenge(fay.Id, Spring.Code, null) { InvitedTeam = blue.Id };

        Assert.Equal(blue.Id, (await Spring.Grain.JoinAsync(join)).Answer().OwnTeam);
        Assert.Null((await Spring.Grain.JoinAsync(join with { UserId = Ben.Id })).Answer().OwnTeam);
    }

    [Theory]
    [InlineData(ChallengeRole.Participant)]
    [InlineData(ChallengeRole.Captain)]
    public async Task OrganisersWork_ByAnotherRole_IsForbidden(ChallengeRole role)
    {
        var blue = await Spring.AddTeamAsync("Blue");
        await Organiser.AppointAsync(Spring, Ben, role);

        (await Spring.Grain.ChangeTeamAsync(new ChangeTeam(Ben.Id, blue.Id, "X", null))).IsFor(RefusalKind.Forbidden, "organisers-only");
        (await Spring.Grain.RemoveTeamAsync(Ben.Id, blue.Id)).IsFor(RefusalKind.Forbidden, "organisers-only");
        (await Spring.Grain.AssignTeamsAsync(new AssignTeams(Ben.Id, null))).IsRefused(RefusalKind.Forbidden, "organisers-only");
        (await Spring.Grain.InvitePeopleAsync(new InvitePeople(Ben.Id, []))).IsRefused(RefusalKind.Forbidden, "organisers-only");
    }

    [Fact]
    public async Task OrganisersWork_ByOneWhoLeftInTheMiddle_IsNotFound()
    {
        var blue = await Spring.AddTeamAsync("Blue");
        await Organiser.AppointAsync(Spring, Ben, ChallengeRole.Organiser);
        Assert.Null(await Ben.LeaveAsync(Spring));

        (await Spring.Grain.RemoveTeamAsync(Ben.Id, blue.Id)).IsFor(RefusalKind.NotFound, "unknown-challenge");
        (await Spring.Grain.InvitePeopleAsync(new InvitePeople(Ben.Id, []))).IsRefused(RefusalKind.NotFound, "unknown-challenge");
    }

    [Fact]
    public async Task ChangeSettings_TwoAtOnce_MergesOtherFieldsAndDates_AndRefusesTheSameField()
    {
        var (first, second, third) = (Monday.AddDays(1), Monday.AddDays(2), Monday.AddDays(3));
        await Spring.ChangeAsync(holidays: [first, second]);
        var seen = Settings(null, [first, second], null) with { OrganiserId = Organiser.Id };

        (await Spring.Grain.ChangeSettingsAsync(Settings("Summer", [first], null) with { Before = Settings("Spring", [first, second], null) })).Answer();
        (await Spring.Grain.ChangeSettingsAsync(Settings(null, [first, second, third], 50) with { Before = seen with { TeamThreshold = 70 } })).Answer();

        var view = await Spring.ViewAsync();
        Assert.Equal(("Summer", 50), (view.Name, view.TeamThreshold));
        Assert.Equal([first, third], view.Holidays.AsEnumerable());
        (await Spring.Grain.ChangeSettingsAsync(Settings("Autumn", null, null) with { Before = Settings("Spring", null, null) }))
            .IsRefused(RefusalKind.Conflict, "settings-changed");
        (await Spring.Grain.ChangeSettingsAsync(Settings("Summer", null, null) with { Before = Settings("Spring", null, null) })).Answer();
    }

    private ChangeChallenge Settings(string? name, DateOnly[]? holidays, int? threshold) =>
        new(Organiser.Id, name, holidays is null ? null : [.. holidays], threshold, null);

    private Task<Refusal?> ChangeTeamAsync(TestTeam team, string name, TeamColour? colour = null) =>
        Spring.Grain.ChangeTeamAsync(new ChangeTeam(Organiser.Id, team.Id, name, colour));

    private Task<Outcome<PeopleInvited>> InviteAsync(params PersonToInvite[] people) =>
        Spring.Grain.InvitePeopleAsync(new InvitePeople(Organiser.Id, [.. people]));
}
