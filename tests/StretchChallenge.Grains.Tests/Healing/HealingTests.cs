using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Healing;

/// <summary>What fails between the commit, the answer and the announcement leaves nothing wrong.</summary>
public abstract class HealingTests(GrainFixture fixture) : GrainTests(fixture)
{
    private TestChallenge? _spring;
    private TestTeam? _blue;
    private Colleague[] _people = [];

    private TestChallenge Spring => _spring!;

    private TestTeam Blue => _blue!;

    private Colleague Ben => _people[1];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben", "cem");
        _spring = await Work.StartChallengeAsync(_people[0]);
        _blue = await Spring.AddTeamAsync("Blue", _people);
        await _people[0].CheckInAsync();
        await _people[2].CheckInAsync();
        await AssertDoneAsync(2);
    }

    [Fact]
    public async Task CheckIn_FailsAfterTheCommit_RepeatGetsTheStoredAnswer()
    {
        var run = Ben.FinishedRun();
        Work.Faults.FailOnceAfter(nameof(ILedgerWriter.CommitAsync));

        await Assert.ThrowsAnyAsync<Exception>(() => Ben.SendAsync(run));
        var repeat = (await Ben.SendAsync(run)).Answer();

        Assert.Equal((true, 1), (repeat.Credited, repeat.Streaks.Single().Streak));
        Assert.True((await Ben.TodayAsync()).Done);
        await AssertDoneAsync(3);
    }

    [Fact]
    public async Task CheckIn_FailsAfterTheCommitAndIsNotRepeated_CountsAllTheSame()
    {
        Work.Faults.FailOnceAfter(nameof(ILedgerWriter.CommitAsync));

        await Assert.ThrowsAnyAsync<Exception>(Ben.CheckInAsync);

        await AssertDoneAsync(3);
    }

    [Fact]
    public async Task CheckIn_FailsBeforeTheCommit_ChangesNothingAndCanBeRepeated()
    {
        var run = Ben.FinishedRun();
        using (Work.Faults.Failing(nameof(ILedgerWriter.CommitAsync)))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Ben.SendAsync(run));
        }

        Assert.False((await Ben.TodayAsync()).Done);
        await AssertDoneAsync(2);
        Assert.True((await Ben.SendAsync(run)).Answer().Credited);
        await AssertDoneAsync(3);
    }

    [Fact]
    public async Task Undo_FailsAfterTheCommit_IsUndoneEverywhere()
    {
        await Ben.CheckInAsync();
        Work.Faults.FailOnceAfter(nameof(ILedgerWriter.CommitAsync));

        await Assert.ThrowsAnyAsync<Exception>(() => Ben.UndoAsync(March(2)));

        (await Ben.UndoAsync(March(2))).IsFor(RefusalKind.NotFound, "nothing-to-undo");
        await AssertDoneAsync(2);
    }

    [Fact]
    public async Task TimeOff_FailsAfterTheCommit_IsThereEverywhere()
    {
        await Ben.CheckInAsync();
        Work.GoTo(March(3));
        Work.Faults.FailOnceAfter(nameof(IPeopleStore.AddTimeOffAsync));

        await Assert.ThrowsAnyAsync<Exception>(() => Ben.TakeOffAsync(March(3), March(3)));

        Assert.Single((await Ben.SettingsAsync()).TimeOff);
        Assert.Equal(1, await DueAsync(Ben));
        await Work.CheckInOnAsync([March(3)], _people[0], _people[2]);
        Work.GoTo(March(4));
        Assert.Equal(200_000_000, (await Spring.TeamAsync(Blue)).MicroPoints);
    }

    [Fact]
    public async Task Settings_FailAfterTheCommit_AreThere()
    {
        Work.Faults.FailOnceAfter(nameof(IPeopleStore.SaveWorkPatternsAsync));

        await Assert.ThrowsAnyAsync<Exception>(() => Ben.WorkOnAsync("Mon"));

        Assert.Equal(["Mon"], (await Ben.SettingsAsync()).WorkDays!.Value.AsEnumerable());
    }

    [Fact]
    public async Task ChangeOfTeam_FailsAfterTheCommit_IsDoneEverywhere()
    {
        var red = await Spring.AddTeamAsync("Red");
        Work.Faults.FailOnceAfter(nameof(IChallengeStore.SaveEnrolmentAsync));

        await Assert.ThrowsAnyAsync<Exception>(() => Ben.JoinAsync(Spring, red));

        Assert.Equal(red.Id, (await Spring.ViewAsync(Ben)).OwnTeam);
        Assert.Equal(red.Id, (await Ben.TodayInAsync(Spring)).Team!.Id);
        Assert.Equal((2, 1), ((await Spring.TeamAsync(Blue)).Members, (await Spring.TeamAsync(red)).Members));
        Assert.Equal(1, (await Spring.RowAsync(BoardKind.TeamPoints, red.Id)).Members);
    }

    [Fact]
    public async Task Holidays_FailAfterTheCommit_AreThereEverywhere()
    {
        Work.Faults.FailOnceAfter(nameof(IChallengeStore.SaveSettingsAsync));

        await Assert.ThrowsAnyAsync<Exception>(() => Spring.ChangeAsync(holidays: [March(2)]));

        Assert.Equal([March(2)], (await Spring.ViewAsync()).Holidays.AsEnumerable());
        Assert.Equal(0, (await Ben.ProgressAsync(Spring)).Ring.Due);
        Assert.Equal(0, (await Spring.TeamAsync(Blue)).Today.Done);
        Assert.Equal(0, await DueAsync(_people[0]));
    }

    [Fact]
    public async Task NewTeam_FailsAfterTheCommit_IsThereEverywhere()
    {
        Work.Faults.FailOnceAfter(nameof(IChallengeStore.AddTeamAsync));

        await Assert.ThrowsAnyAsync<Exception>(() => Spring.AddTeamAsync("Red"));

        Assert.Equal(["Blue", "Red"], (await Spring.ViewAsync()).Teams.Select(team => team.Name));
        Assert.Equal(2, (await Spring.BoardAsync(BoardKind.TeamStreak)).Total);
    }

    [Fact]
    public async Task CheckIn_WhileTeamsAndBoardsCannotBeRead_IsAcknowledgedAndCountsLater()
    {
        await Work.DeactivateEverythingAsync();
        using (Work.Faults.Failing(nameof(IPeopleStore.LoadMembersAsync), nameof(IPeopleStore.LoadParticipantsAsync)))
        {
            Assert.True((await Ben.CheckInAsync()).Credited);
        }

        Work.Wait(TimeSpan.FromSeconds(5));
        await Work.SettleAsync();

        await AssertDoneAsync(3);
    }

    [Fact]
    public async Task TimeOff_WhileNothingCanBeRead_ReachesTheTeamByTheRetry()
    {
        await Ben.CheckInAsync();
        Work.GoTo(March(3));
        var team = await Spring.TeamAsync(Blue);
        using (Work.Faults.Failing(nameof(IPeopleStore.LoadAsync), nameof(IPeopleStore.LoadMembersAsync)))
        {
            (await Ben.TakeOffAsync(March(3), March(3))).Answer();
        }

        Work.Wait(TimeSpan.FromSeconds(5));
        await Work.SettleAsync();

        await _people[0].CheckInAsync();
        await _people[2].CheckInAsync();
        Assert.Equal(1, await DueAsync(Ben));
        Work.GoTo(March(4));
        Assert.Equal(team.MicroPoints + 100_000_000, (await Spring.TeamAsync(Blue)).MicroPoints);
    }

    [Fact]
    public async Task WatchedBoard_WhoseTeamCannotBeRead_IsPublishedOnceItCan()
    {
        var watch = await Spring.WatchAsync(BoardKind.TeamPoints);
        await Work.DeactivateAsync(Spring.TeamGrain(Blue.Id));
        using (Work.Faults.Failing(nameof(IPeopleStore.LoadMembersAsync)))
        {
            await Ben.CheckInAsync();
            await watch.PassAsync(TimeSpan.FromSeconds(1));
            Assert.Empty(watch.News);
        }

        await watch.PassAsync(TimeSpan.FromSeconds(5));
        // What was read again is published with the next of the board's moments.
        await watch.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(3, Assert.Single(watch.News).Rows.Single().Today!.Done);
    }

    [Fact]
    public async Task BoardsOfPeople_WhileATeamCannotBeRead_AreThere()
    {
        await Work.DeactivateAsync(Spring.TeamGrain(Blue.Id));

        using (Work.Faults.Failing(nameof(IPeopleStore.LoadMembersAsync)))
        {
            await Ben.CheckInAsync();
            Assert.Equal(1, (await Spring.RowAsync(BoardKind.PersonStreak, "ben")).Streak);
        }

        await AssertDoneAsync(3);
    }

    [Fact]
    public async Task Crash_BetweenCommitAndAnnouncement_LosesNothing()
    {
        var run = Ben.FinishedRun();
        var hold = Work.Faults.HoldAfter(nameof(ILedgerWriter.CommitAsync));
        var sending = Ben.SendAsync(run);
        await hold.Reached;

        await Work.CrashAndRestartAsync();
        hold.Release();
        Forget(sending);

        await AssertDoneAsync(3);
        Assert.True((await Ben.SendAsync(run)).Answer().Credited);
        Assert.Equal(1, (await Ben.TodayInAsync(Spring)).Streak);
        await AssertDoneAsync(3);
    }

    [Fact]
    public async Task Crash_OfThePersonsGrainAlone_IsAnnouncedOnceItIsBack()
    {
        using (Work.Faults.Failing(nameof(IPeopleStore.LoadAsync), nameof(IPeopleStore.LoadMembersAsync)))
        {
            (await Ben.TakeOffAsync(March(2), March(2))).Answer();
            await Work.DeactivateAsync(Ben.Grain);
        }

        await Work.SettleAsync();

        Assert.Equal(0, await DueAsync(Ben));
    }

    [Fact]
    public async Task Join_WhileThePersonCannotBeTold_ReachesThemLater()
    {
        var dia = await Work.HireAsync("dia");
        await dia.SettingsAsync();
        using (Work.Faults.Failing(nameof(IChallengeStore.LoadForUserAsync)))
        {
            Assert.Equal(ChallengeRole.Participant, (await dia.JoinAsync(Spring, Blue)).Role);
        }

        Assert.Equal(Blue.Id, (await dia.TodayInAsync(Spring)).Team!.Id);
        await Work.SettleAsync();
        Assert.Equal(4, (await Spring.TeamAsync(Blue)).Members);
        Assert.Equal(4, (await Spring.BoardAsync(BoardKind.PersonStreak)).Total);
    }

    private async Task AssertDoneAsync(int done)
    {
        var team = await Spring.TeamAsync(Blue);
        Assert.Equal(done, team.Today.Done);
        Assert.Equal(done, (await Spring.RowAsync(BoardKind.TeamStreak, Blue.Id)).Today!.Done);
        Assert.Equal(done, (await Spring.BoardAsync(BoardKind.PersonStreak)).Rows.Sum(row => row.Streak));
    }

    private async Task<int?> DueAsync(Colleague person) =>
        (await Spring.BoardAsync(BoardKind.PersonStreak, person)).Own!.Row.Due;

    // It went down with the program: whether it fails, and when, depends on who was faster.
    private static void Forget(Task task) => task.ContinueWith(
        over => over.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    public sealed class OnSqlite(GrainFixture fixture) : HealingTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : HealingTests(postgreSql);
}
