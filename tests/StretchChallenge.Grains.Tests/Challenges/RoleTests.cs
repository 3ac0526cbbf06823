using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Challenges;

/// <summary>Who may do what in a challenge.</summary>
public sealed class RoleTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private TestChallenge? _spring;
    private Colleague[] _people = [];

    private TestChallenge Spring => _spring!;

    private Colleague Organiser => _people[0];

    private Colleague Member => _people[1];

    private Colleague Stranger => _people[2];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben", "cem");
        _spring = await Work.StartChallengeAsync(Organiser);
        await Member.JoinAsync(Spring);
    }

    [Fact]
    public async Task SetMember_ByTheOrganiser_SetsRoleAndTeam()
    {
        var blue = await Spring.AddTeamAsync("Blue");

        Assert.Null(await Organiser.AppointAsync(Spring, Member, ChallengeRole.Captain, "blue"));

        var view = await Spring.ViewAsync(Member);
        Assert.Equal((ChallengeRole.Captain, blue.Id), (view.Role, view.OwnTeam));
        Assert.Equal(1, (await Spring.TeamAsync(blue)).Members);
    }

    [Fact]
    public async Task SetMember_WithoutATeam_LeavesTheTeam()
    {
        var blue = await Spring.AddTeamAsync("Blue", Member);

        Assert.Null(await Organiser.AppointAsync(Spring, Member, ChallengeRole.Captain));

        Assert.Equal(blue.Id, (await Spring.ViewAsync(Member)).OwnTeam);
    }

    [Theory]
    [InlineData(ChallengeRole.Participant)]
    [InlineData(ChallengeRole.Captain)]
    public async Task OrganisersWork_ByAnotherRole_IsForbidden(ChallengeRole role)
    {
        await Organiser.AppointAsync(Spring, Member, role);

        (await Member.AppointAsync(Spring, Member, ChallengeRole.Organiser)).IsFor(RefusalKind.Forbidden, "organisers-only");
        (await Spring.ChangeAsync(name: "Mine", by: Member)).IsRefused(RefusalKind.Forbidden, "organisers-only");
        (await Spring.Grain.RenewCodeAsync(Member.Id)).IsRefused(RefusalKind.Forbidden, "organisers-only");
        Assert.Equal("Spring", (await Spring.ViewAsync()).Name);
    }

    [Fact]
    public async Task EverythingButJoining_ByAStranger_IsNotFound()
    {
        (await Spring.Grain.GetAsync(Stranger.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        (await Spring.Grain.AddTeamAsync(Stranger.Id, "Red")).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        (await Stranger.AppointAsync(Spring, Stranger, ChallengeRole.Organiser)).IsFor(RefusalKind.NotFound, "unknown-challenge");
        (await Spring.ChangeAsync(name: "Mine", by: Stranger)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        (await Spring.Grain.RenewCodeAsync(Stranger.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        (await Stranger.Grain.GetProgressAsync(Spring.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        Assert.Null(await Spring.Grain.GetRoleAsync(Stranger.Id));
    }

    [Fact]
    public async Task EverythingButJoining_AfterLeaving_IsNotFound()
    {
        await Organiser.AppointAsync(Spring, Member, ChallengeRole.Organiser);
        Assert.Null(await Member.LeaveAsync(Spring));

        (await Spring.Grain.AddTeamAsync(Member.Id, "Red")).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        (await Spring.Grain.RenewCodeAsync(Member.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        (await Member.Grain.GetProgressAsync(Spring.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
    }

    [Fact]
    public async Task SetMember_OfAStranger_IsNotFound()
    {
        (await Organiser.AppointAsync(Spring, Stranger, ChallengeRole.Captain)).IsFor(RefusalKind.NotFound, "unknown-member");
        (await Organiser.AppointAsync(Spring, Member, ChallengeRole.Captain, "Red")).IsFor(RefusalKind.NotFound, "unknown-team");
        Assert.Equal(ChallengeRole.Participant, await Spring.Grain.GetRoleAsync(Member.Id));
    }

    [Fact]
    public async Task SetMember_LastOrganiserStepsDown_IsRefused()
    {
        (await Organiser.AppointAsync(Spring, Organiser, ChallengeRole.Captain)).IsFor(RefusalKind.Conflict, "last-organiser");
        Assert.Null(await Organiser.AppointAsync(Spring, Member, ChallengeRole.Organiser));
        Assert.Null(await Organiser.AppointAsync(Spring, Organiser, ChallengeRole.Captain));
        Assert.Equal(ChallengeRole.Captain, await Spring.Grain.GetRoleAsync(Organiser.Id));
    }

    [Fact]
    public async Task AddTeam_ByAMember_IsAllowedUnlessOrganisersRestrictIt()
    {
        (await Spring.Grain.AddTeamAsync(Member.Id, "Blue")).Answer();
        await Spring.ChangeAsync(organisersMakeTeams: true);

        (await Spring.Grain.AddTeamAsync(Member.Id, "Red")).IsRefused(RefusalKind.Forbidden, "organisers-only");
        (await Spring.Grain.AddTeamAsync(Organiser.Id, "Red")).Answer();
    }

    [Fact]
    public async Task AddTeam_NameTakenInAnotherCase_IsAConflict()
    {
        await Spring.AddTeamAsync("Blue");

        (await Spring.Grain.AddTeamAsync(Member.Id, "BLUE")).IsRefused(RefusalKind.Conflict, "team-exists");

        Assert.Equal(["Blue"], (await Spring.ViewAsync()).Teams.Select(team => team.Name));
    }

    [Fact]
    public async Task RenewCode_VoidsTheOldOne()
    {
        var view = (await Spring.Grain.RenewCodeAsync(Organiser.Id)).Answer();

        Assert.NotEqual(Spring.Code, view.Code);
        (await Stranger.TryJoinAsync(Spring)).IsRefused(RefusalKind.NotFound, "unknown-code");
        (await Spring.Grain.JoinAsync(new(Stranger.Id, view.Code, null))).Answer();
    }
}
