using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Standings;

/// <summary>Boards that are being read hold nobody up: no check-in, no page, no question of a role. What came meanwhile counts.</summary>
public sealed class SlowReadTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private Colleague? _ana;
    private TestChallenge? _spring;

    private Colleague Ana => _ana!;

    private TestChallenge Spring => _spring!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _ana = await Work.HireAsync("ana");
        _spring = await Work.StartChallengeAsync(Ana);
        await Spring.AddTeamAsync("Blue", Ana);
        await Spring.BoardAsync(BoardKind.PersonStreak);
    }

    [Fact]
    public async Task ColdBoard_IsSlow_NobodyElseWaits()
    {
        // Held before it is cold: a late hint may wake it.
        var hold = Work.Faults.HoldAfter(nameof(IParticipantStore.ReadEverybodyAsync));
        await Work.DeactivateAsync(Spring.Standings);
        var reading = Spring.BoardAsync(BoardKind.PersonStreak);
        await hold.Reached;

        await NobodyWaitsAsync();
        hold.Release();

        Assert.Equal(1, (await reading).Rows.Single().Streak);
    }

    [Fact]
    public async Task ColdBoard_IsWokenByACheckIn_NobodyWaits()
    {
        // Held before it is cold: a late hint may wake it.
        var hold = Work.Faults.HoldAfter(nameof(IParticipantStore.ReadEverybodyAsync));
        await Work.DeactivateAsync(Spring.Standings);

        await NobodyWaitsAsync();
        hold.Release();

        Assert.Equal(1, (await Spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
    }

    [Fact]
    public async Task BoardThatFollows_IsSlow_NobodyElseWaits()
    {
        await Ana.TakeOffAsync(March(4), March(4));
        var hold = Work.Faults.HoldAfter(nameof(IChangeFeed.ReadAsync));
        var reading = Spring.BoardAsync(BoardKind.PersonStreak);
        await hold.Reached;

        await Ana.CheckInAsync().WaitAsync(Soon);
        Assert.Equal(ChallengeRole.Organiser, await Spring.Grain.GetRoleAsync("ana").WaitAsync(Soon));
        hold.Release();
        await reading;

        Assert.Equal(1, (await Spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
    }

    private async Task NobodyWaitsAsync()
    {
        await Ana.CheckInAsync().WaitAsync(Soon);
        Assert.True((await Ana.TodayAsync().WaitAsync(Soon)).Done);
        Assert.Equal(ChallengeRole.Organiser, await Spring.Grain.GetRoleAsync("ana").WaitAsync(Soon));
    }
}
