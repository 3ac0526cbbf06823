using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Tests.Sessions;

/// <summary>A session that a schedule planned follows it until its lobby opens.</summary>
public sealed class ScheduleTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private readonly string _id = Guid.NewGuid().ToString("N");
    private FollowSchedule? _plan;

    private FollowSchedule Plan => _plan!;

    private ISessionGrain Grain => Work.Grains.GetGrain<ISessionGrain>(_id);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        await spring.AddTeamAsync("Blue", people);
        var schedule = new ScheduleRecord(
            new ScheduleId("daily"), new ChallengeId(spring.Id), new UserId("ana"), null, "workplace",
            new BreakSchedule(new TimeOnly(11, 0), null), [new UserId("ana"), new UserId("ben")], 0, Work.Now);
        await Work.Get<IScheduleStore>().AddAsync(schedule, new ScheduleLimits(9, null));
        _plan = new FollowSchedule(
            "daily", 0, DateOnly.FromDateTime(Work.Now.UtcDateTime), spring.Id, "ana", null, "workplace", TestSession.Steps, Work.Now.AddHours(1));
    }

    [Fact]
    public async Task Follow_New_PlansTheSessionOnce()
    {
        await Grain.FollowScheduleAsync(Plan);
        await Grain.FollowScheduleAsync(Plan);
        await Work.Grains.GetGrain<ISessionGrain>(Guid.NewGuid().ToString("N")).FollowScheduleAsync(Plan);

        var session = Assert.Single(await Work.Get<ISessionStore>().LoadOpenAsync(new ChallengeId(Plan.ChallengeId)));
        Assert.Equal((_id, "ana", Plan.StartsAt, 0), (session.Id.Value, session.Host?.Value, session.StartsAt, session.Revision));
        Assert.Empty(await Work.Get<ISessionStore>().FindWithoutReminderAsync(ISessionGrain.GrainType));
    }

    [Fact]
    public async Task Follow_NewRevision_MovesIt_AfterARestartToo()
    {
        await Grain.FollowScheduleAsync(Plan);
        await Work.RestartAsync();

        await Grain.FollowScheduleAsync(Plan with { Revision = 1, StartsAt = Plan.StartsAt.AddHours(1), HostId = null });

        var view = (await Grain.GetAsync()).Answer();
        Assert.Equal((Plan.StartsAt.AddHours(1), Plan.StartsAt.AddMinutes(50), null), (view.StartsAt, view.OpensAt, view.HostId));
    }

    [Fact]
    public async Task Follow_AnotherHostAlone_KeepsWhatWasChangedByHand()
    {
        await Grain.FollowScheduleAsync(Plan);
        var moved = Plan.StartsAt.AddMinutes(15);
        (await Grain.ChangeAsync(new ChangeSession("ana", ChallengeRole.Participant, moved, null, []))).Answer();

        await Grain.FollowScheduleAsync(Plan with { HostId = "ben" });

        var view = (await Grain.GetAsync()).Answer();
        Assert.Equal((moved, "ben"), (view.StartsAt, view.HostId));
    }

    [Fact]
    public async Task FollowAndLeave_OnceTheLobbyIsOpen_ChangeNothing()
    {
        await Grain.FollowScheduleAsync(Plan);
        Work.Clock.Advance(TimeSpan.FromMinutes(50));

        await Grain.FollowScheduleAsync(Plan with { Revision = 1, StartsAt = Plan.StartsAt.AddHours(1) });
        await Grain.LeaveScheduleAsync();

        var view = (await Grain.GetAsync()).Answer();
        Assert.Equal((SessionPhase.Lobby, Plan.StartsAt), (view.Phase, view.StartsAt));
    }

    [Fact]
    public async Task Leave_CallsItOff_AndFreesTheDate()
    {
        await Grain.FollowScheduleAsync(Plan);

        await Grain.LeaveScheduleAsync();
        await Grain.LeaveScheduleAsync();
        await Work.Grains.GetGrain<ISessionGrain>("another").FollowScheduleAsync(Plan);

        Assert.Equal(SessionPhase.Cancelled, (await Grain.GetAsync()).Answer().Phase);
        Assert.Equal("another", Assert.Single(await Work.Get<ISessionStore>().LoadOpenAsync(new ChallengeId(Plan.ChallengeId))).Id.Value);
    }

    [Fact]
    public async Task Join_SecondHost_IsCoHost_AndOthersAreNot()
    {
        await Grain.FollowScheduleAsync(Plan);
        Work.Clock.Advance(TimeSpan.FromMinutes(51));

        var seats = await Grain.JoinAsync([.. new[] { "ben", "cem" }.Select(name => new JoinSession("server", name, null, name))]);

        Assert.Equal([SessionRole.CoHost, SessionRole.Participant], seats.Select(seat => seat.Answer().Role));
        Assert.Null(await Grain.ControlAsync("ben", SessionCommand.Start));
    }

    [Fact]
    public async Task Follow_InThePast_PlansNothing()
    {
        await Grain.FollowScheduleAsync(Plan with { StartsAt = Work.Now.AddMinutes(-1) });

        Assert.Empty(await Work.Get<ISessionStore>().LoadOpenAsync(new ChallengeId(Plan.ChallengeId)));
    }
}
