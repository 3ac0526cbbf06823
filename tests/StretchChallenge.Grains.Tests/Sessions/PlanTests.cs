using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Tests.Sessions;

/// <summary>A planned break opens and starts by itself, whoever is away.</summary>
public sealed class PlanTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private TestSession? _break;
    private Colleague[] _people = [];

    private TestSession Break => _break!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(_people[0]);
        await spring.AddTeamAsync("Blue", _people);
        _break = await TestSession.OpenAsync(Work, _people[0], spring, Work.Now.AddMinutes(30));
    }

    [Fact]
    public async Task Lobby_OpensTenMinutesBefore()
    {
        await Break.PassAsync(19 * Minute + TimeSpan.FromSeconds(59));
        (await Break.TryJoinAsync(_people[1])).IsRefused(RefusalKind.Conflict, "lobby-closed");
        (await Break.ControlAsync(SessionCommand.Start)).IsFor(RefusalKind.Conflict, "lobby-closed");

        await Break.PassAsync(TimeSpan.FromSeconds(1));

        await Break.JoinAsync(_people[1]);
        await Break.DoAsync(SessionCommand.Start);
    }

    [Fact]
    public async Task Start_ComesByItself_WithoutTheHost()
    {
        await Break.PassAsync(25 * Minute);
        await Break.JoinAsync(_people[1]);
        await Break.PassAsync((5 * Minute) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(SessionPhase.Lobby, (await Break.NowAsync()).Phase);

        await Break.PassAsync(TimeSpan.FromMilliseconds(1));

        Assert.Equal((SessionPhase.Running, 0, 60_000L), await Break.PlaceAsync());
        Assert.Equal(1, Assert.Single(Break.Snapshots).Seq);
    }

    [Fact]
    public async Task Start_ProgramStartedAgainMeanwhile_IsOnTime()
    {
        await WaitInLobbyAsync();
        await Work.RestartAsync();
        Work.Wait((5 * Minute) + TimeSpan.FromSeconds(20));

        foreach (var id in await Work.Get<ISessionStore>().FindUnsettledAsync(Work.Now))
        {
            await Work.Grains.GetGrain<Contracts.Sessions.ISessionGrain>(id.Value).WakeAsync();
        }

        Assert.Equal((SessionPhase.Running, 0, 40_000L), await Break.PlaceAsync());
    }

    [Fact]
    public async Task Start_ProgramWasDownForMinutes_BeginsWhenItIsBack()
    {
        await WaitInLobbyAsync();
        await Work.RestartAsync();
        Work.Wait(10 * Minute);

        await Break.Grain.WakeAsync();

        Assert.Equal((SessionPhase.Running, 0, 60_000L), await Break.PlaceAsync());
    }

    [Fact]
    public async Task Start_ProgramWasDownForLong_IsCancelled()
    {
        await WaitInLobbyAsync();
        await Work.RestartAsync();
        Work.Wait(16 * Minute);

        await Break.Grain.WakeAsync();

        Assert.Equal(SessionPhase.Cancelled, (await Break.NowAsync()).Phase);
    }

    [Fact]
    public async Task Cancel_BeforeTheLobbyOpens_IsPossible()
    {
        await Break.DoAsync(SessionCommand.End);
        await Break.UntilSettledAsync();

        Assert.Equal(SessionPhase.Cancelled, (await Break.NowAsync()).Phase);
        Assert.Empty(await Work.Get<ISessionStore>().FindUnsettledAsync(Work.Now.AddHours(1)));
    }

    [Fact]
    public async Task Wake_Again_ChangesNothing()
    {
        await WaitInLobbyAsync();
        await Break.PassAsync(5 * Minute);

        await Break.Grain.WakeAsync();
        await Break.Grain.WakeAsync();

        Assert.Equal(1, (await Break.NowAsync()).Seq);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Start_NobodyIsIn_WaitsForTheFirstWhoComes()
    {
        await Break.PassAsync(33 * Minute);
        Assert.Equal(SessionPhase.Lobby, (await Break.NowAsync()).Phase);

        await Break.JoinAsync(_people[1]);

        Assert.Equal((SessionPhase.Running, 0, 60_000L), await Break.PlaceAsync());
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Start_NobodyComesWithinTenMinutes_IsCancelled()
    {
        await Break.PassAsync(40 * Minute);

        Assert.Equal(SessionPhase.Cancelled, (await Break.NowAsync()).Phase);
        (await Break.TryJoinAsync(_people[1])).IsRefused(RefusalKind.Conflict, "session-over");
    }

    [Fact]
    public async Task Lobby_NotOpen_TellsTheInstantAtWhichItOpens()
    {
        var refusal = (await Break.TryJoinAsync(_people[1])).Refusal!;

        Assert.Equal("2026-03-02T09:20:00.000Z", refusal.Params!["opensAt"]);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Change_OfTheStart_MovesLobbyAndStart()
    {
        await WaitInLobbyAsync();

        var moved = (await Break.Grain.ChangeAsync(new ChangeSession("ana", ChallengeRole.Organiser, Work.Now.AddMinutes(20), null, []))).Answer();

        Assert.Equal((Work.Now.AddMinutes(10), Work.Now.AddMinutes(20)), (moved.OpensAt, moved.StartsAt));
        await Break.SettleAsync();
        Assert.Equal(1, Break.Replanned);
        await Break.PassAsync(5 * Minute);
        Assert.Equal(SessionPhase.Lobby, (await Break.NowAsync()).Phase);
        await Break.PassAsync(15 * Minute);
        Assert.Equal(SessionPhase.Running, (await Break.NowAsync()).Phase);
        Assert.Equal(1, (await Work.Get<ISessionStore>().LoadAsync(new SessionId(Break.Id)))!.Session.Revision);
    }

    [Fact]
    public async Task Change_OfTheRoutine_HasItsSteps_AlsoAfterARestart()
    {
        (await Break.Grain.ChangeAsync(new ChangeSession("ana", ChallengeRole.Organiser, null, "gentle", [10_000, 20_000]))).Answer();
        await Work.RestartAsync();

        var room = await Break.RoomAsync();

        Assert.Equal(("gentle", 2, 10_000L), (room.RoutineId, room.Steps.Length, room.Now.RemainingMs));
    }

    [Fact]
    public async Task ChangeAndCallOff_AreForHostsAndOrganisers_UntilTheStart()
    {
        var change = new ChangeSession("ben", ChallengeRole.Captain, Work.Now.AddHours(1), null, []);
        (await Break.Grain.ChangeAsync(change)).IsRefused(RefusalKind.Forbidden, "not-its-host");
        (await Break.Grain.CallOffAsync("ben", ChallengeRole.Captain)).IsFor(RefusalKind.Forbidden, "not-its-host");
        (await Break.Grain.ChangeAsync(change with { Role = ChallengeRole.Organiser, StartsAt = Work.Now.AddHours(-1) }))
            .IsRefused(RefusalKind.Invalid, "starts-in-the-past");
        await WaitInLobbyAsync();
        await Break.DoAsync(SessionCommand.Start);

        (await Break.Grain.ChangeAsync(change with { Role = ChallengeRole.Organiser })).IsRefused(RefusalKind.Conflict, "already-started");
        (await Break.Grain.CallOffAsync("ana", ChallengeRole.Organiser)).IsFor(RefusalKind.Conflict, "already-started");
    }

    [Fact]
    public async Task CallOff_ByAnOrganiser_CancelsIt()
    {
        Assert.Null(await Break.Grain.CallOffAsync("ben", ChallengeRole.Organiser));

        Assert.Equal(SessionPhase.Cancelled, (await Break.NowAsync()).Phase);
        (await Break.Grain.CallOffAsync("ana", ChallengeRole.Organiser)).IsFor(RefusalKind.Conflict, "session-over");
    }

    // Ben is in the lobby, five minutes before the start.
    private async Task WaitInLobbyAsync()
    {
        await Break.PassAsync(25 * Minute);
        await Break.JoinAsync(_people[1]);
        await Break.PassAsync(TimeSpan.Zero);
    }
}
