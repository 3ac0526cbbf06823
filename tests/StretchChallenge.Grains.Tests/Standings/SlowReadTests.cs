using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Standings;

/// <summary>Boards that are being read take notifications: nobody's check-in waits for them, and none is lost.</summary>
public sealed class SlowReadTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task CheckIn_WhileTheBoardsAreReadAgain_IsNotHeldUpAndCounts()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await spring.BoardAsync(BoardKind.PersonStreak);
        await spring.Standings.ReloadAsync();
        var hold = Work.Faults.HoldAfter(nameof(IPeopleStore.LoadParticipantsAsync));
        var reading = spring.BoardAsync(BoardKind.PersonStreak);
        await hold.Reached;

        await ana.CheckInAsync().WaitAsync(Soon);
        hold.Release();

        Assert.Equal(1, (await reading).Rows.Single().Streak);
    }

    [Fact]
    public async Task CheckIn_WhileThePersonIsReadAgain_IsNotHeldUpAndCounts()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await spring.BoardAsync(BoardKind.PersonStreak);
        await spring.Standings.RefreshPersonAsync(ana.Id);
        var hold = Work.Faults.HoldAfter(nameof(IPeopleStore.LoadAsync));
        var reading = spring.BoardAsync(BoardKind.PersonStreak);
        await hold.Reached;

        await ana.CheckInAsync().WaitAsync(Soon);
        hold.Release();
        await reading;

        Assert.Equal(1, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
    }
}
