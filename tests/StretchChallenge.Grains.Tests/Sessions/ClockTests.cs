using StretchChallenge.Domain.Sessions;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Sessions;

/// <summary>The machine's clock is corrected by an hour during a live break: nobody in it notices.</summary>
[Trait("Category", "Faults")]
public sealed class ClockTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private TestSession? _break;
    private Colleague[] _people = [];

    private TestSession Break => _break!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana");
        var spring = await Work.StartChallengeAsync(_people[0]);
        await spring.AddTeamAsync("Blue", _people);
        _break = await TestSession.OpenAsync(Work, _people[0], spring);
        await Break.JoinAsync(_people[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Position_ClockIsCorrected_GoesOnFromWhereItWas(int hours)
    {
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(TimeSpan.FromSeconds(90));

        Work.Clock.Correct(TimeSpan.FromHours(hours));

        Assert.Equal((SessionPhase.Running, 1, 30_000L), await Break.PlaceAsync());
        await Break.PassAsync(TimeSpan.FromSeconds(10));
        await Break.DoAsync(SessionCommand.Pause);
        await Break.PassAsync(TimeSpan.FromSeconds(10));
        await Break.DoAsync(SessionCommand.Resume);
        await Break.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((SessionPhase.Running, 1, 10_000L), await Break.PlaceAsync());
        Assert.Equal(1, (await Break.RoomAsync()).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Credit_ClockIsCorrected_IsGivenAtTheEndAndNotBefore(int hours)
    {
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(TimeSpan.FromMinutes(1));
        Work.Clock.Correct(TimeSpan.FromHours(hours));
        await Break.PassAsync(TimeSpan.FromMinutes(3));
        Assert.False((await _people[0].TodayAsync()).Done);

        await Break.PassAsync(TimeSpan.FromMinutes(1));
        await Break.UntilSettledAsync();

        Assert.True((await _people[0].TodayAsync()).Done);
    }

    [Fact]
    public async Task PlannedStart_ClockWasWrongWhileTheLobbyWasEmpty_GoesByTheCorrectedClock()
    {
        var planned = await TestSession.OpenAsync(Work, _people[0], Break.Challenge, Work.Now.AddMinutes(70));
        Work.Clock.Correct(TimeSpan.FromHours(1));

        await planned.JoinAsync(_people[0]);
        await planned.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((SessionPhase.Running, 0, 60_000L), await planned.PlaceAsync());
    }
}
