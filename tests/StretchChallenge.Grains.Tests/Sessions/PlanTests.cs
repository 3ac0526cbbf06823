using StretchChallenge.Contracts.Outcomes;
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
        await Work.RestartAsync();
        Work.Wait((30 * Minute) + TimeSpan.FromSeconds(20));

        foreach (var id in await Work.Get<ISessionStore>().FindUnsettledAsync(Work.Now))
        {
            await Work.Grains.GetGrain<Contracts.Sessions.ISessionGrain>(id.Value).WakeAsync();
        }

        Assert.Equal((SessionPhase.Running, 0, 40_000L), await Break.PlaceAsync());
    }

    [Fact]
    public async Task Start_ProgramWasDownForMinutes_BeginsWhenItIsBack()
    {
        await Work.RestartAsync();
        Work.Wait(35 * Minute);

        await Break.Grain.WakeAsync();

        Assert.Equal((SessionPhase.Running, 0, 60_000L), await Break.PlaceAsync());
    }

    [Fact]
    public async Task Start_ProgramWasDownForLong_IsCancelled()
    {
        await Work.RestartAsync();
        Work.Wait(41 * Minute);

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
        await Break.PassAsync(30 * Minute);

        await Break.Grain.WakeAsync();
        await Break.Grain.WakeAsync();

        Assert.Equal(1, (await Break.NowAsync()).Seq);
    }
}
