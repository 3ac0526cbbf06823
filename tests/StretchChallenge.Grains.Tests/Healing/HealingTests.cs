using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Healing;

/// <summary>What fails between the commit, the answer and the hints leaves nothing wrong.</summary>
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
        using (Work.Faults.Failing(nameof(IParticipantStore.LoadMembersAsync), nameof(IParticipantStore.ReadEverybodyAsync)))
        {
            Assert.True((await Ben.CheckInAsync()).Credited);
        }

        Work.Wait(TimeSpan.FromSeconds(5));
        await Work.SettleAsync();

        await AssertDoneAsync(3);
    }

    [Fact]
    public async Task TimeOff_WhileNothingCanBeRead_CountsInTheTeamAfterwards()
    {
        await Ben.CheckInAsync();
        Work.GoTo(March(3));
        var team = await Spring.TeamAsync(Blue);
        using (Work.Faults.Failing(nameof(IPeopleStore.LoadAsync), nameof(IParticipantStore.LoadMembersAsync)))
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
    public async Task WatchedBoard_WhoseFeedCannotBeRead_IsPublishedOnceItCan()
    {
        var watch = await Spring.WatchAsync(BoardKind.TeamPoints);
        using (Work.Faults.Failing(nameof(IChangeFeed.FindLastAsync)))
        {
            await Ben.CheckInAsync();
            Work.Wait(TimeSpan.FromSeconds(1));
        }

        await watch.PassAsync(TimeSpan.FromSeconds(5));
        // What was read again is published with the next of the board's moments.
        await watch.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(3, Assert.Single(watch.News).Rows.Single().Today!.Done);
    }

    [Fact]
    public async Task Crash_OfANodeBetweenCommitAndHint_IsSeenByEverybodyWithinFiveSeconds()
    {
        var people = await Spring.WatchAsync(BoardKind.PersonStreak);
        var teams = await Spring.WatchAsync(BoardKind.TeamStreak);
        await Work.DeactivateAsync(Ben.Grain);

        await CommitAsync(Ben);
        await people.PassAsync(TimeSpan.FromSeconds(2));
        await people.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Contains(people.News.SelectMany(change => change.Rows), row => row is { Id: "ben", Streak: 1 });
        Assert.Contains(teams.News.SelectMany(change => change.Rows), row => row.Today!.Done == 3);
        await AssertDoneAsync(3);
        Assert.Equal(1, (await Ben.TodayInAsync(Spring)).Streak);
    }

    [Fact]
    public async Task Crash_OfANodeBetweenCommitAndHint_IsSeenByWhoeverLooks()
    {
        await Work.DeactivateAsync(Ben.Grain);

        await CommitAsync(Ben);

        await AssertDoneAsync(3);
        Assert.Equal(1, (await Ben.TodayInAsync(Spring)).Streak);
    }

    [Fact]
    public async Task Crash_OfANodeBetweenAChangeOfTheChallengeAndItsHint_IsSeenByWhoeverLooks()
    {
        var id = new ChallengeId(Spring.Id);
        var challenges = Work.Get<IChallengeStore>();
        var spring = (await challenges.LoadAsync(id))!;

        await challenges.SaveSettingsAsync(spring with { Name = "Summer", Holidays = [March(2)] });

        Assert.Equal("Summer", (await Ben.TodayInAsync(Spring)).Name);
        Assert.Equal(0, (await Ben.ProgressAsync(Spring)).Ring.Due);
        Assert.Equal(0, (await Spring.TeamAsync(Blue)).Today.Done);
        Assert.Equal(0, (await Spring.RowAsync(BoardKind.TeamStreak, Blue.Id)).Today!.Done);
        Assert.Equal(0, await DueAsync(_people[0]));
    }

    [Fact]
    public async Task HintsThatComeInAnyOrder_AreEachCountedOnce()
    {
        var hints = new List<(long Number, PersonDays Days)>();
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        foreach (var id in new[] { "p1", "p2", "p3", "p4" })
        {
            var person = await Work.HireAsync(id);
            await person.JoinAsync(Spring);
        }

        await watch.PassAsync(TimeSpan.FromSeconds(1));
        foreach (var person in Work.People.Where(person => person.Id.StartsWith('p')))
        {
            var number = (await CommitAsync(person)).Changes.Single().Number;
            hints.Add((number, new PersonDays(person.Id, [March(2)], [])));
        }

        foreach (var (number, days) in hints.AsEnumerable().Reverse().Append(hints[0]))
        {
            await Spring.Standings.DaysChangedAsync(number, days);
        }

        await watch.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(6, watch.Board().Rows.Sum(row => row.Streak));
    }

    [Fact]
    public async Task BoardsOfPeople_WhileATeamCannotBeRead_AreThere()
    {
        await Work.DeactivateAsync(Spring.TeamGrain(Blue.Id));

        using (Work.Faults.Failing(nameof(IParticipantStore.LoadMembersAsync)))
        {
            await Ben.CheckInAsync();
            Assert.Equal(1, (await Spring.RowAsync(BoardKind.PersonStreak, "ben")).Streak);
        }

        await AssertDoneAsync(3);
    }

    [Fact]
    public async Task Crash_BetweenCommitAndAnswer_LosesNothing()
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
    public async Task TimeOff_WhileNothingElseCanBeRead_CountsOnceItCan()
    {
        await Ben.SettingsAsync();
        using (Work.Faults.Failing(nameof(IPeopleStore.LoadAsync), nameof(IParticipantStore.LoadMembersAsync)))
        {
            (await Ben.TakeOffAsync(March(2), March(2))).Answer();
            await Work.DeactivateAsync(Ben.Grain);
        }

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

    // As on a node that dies before it has told anybody.
    private Task<LedgerReceipt> CommitAsync(Colleague person) => Work.Get<ILedgerWriter>().CommitAsync(new CheckInEntry(
        new UserId(person.Id),
        new CommandRecord("command", "fingerprint", "{}", Work.Now),
        new CreditRecord(March(2), CreditKind.Guided, Work.Now),
        Completion: null));

    private async Task<int?> DueAsync(Colleague person) =>
        (await Spring.BoardAsync(BoardKind.PersonStreak, person)).Own!.Row.Due;

    // It went down with the program: whether it fails, and when, depends on who was faster.
    private static void Forget(Task task) => task.ContinueWith(
        over => over.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    public sealed class OnSqlite(GrainFixture fixture) : HealingTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : HealingTests(postgreSql);
}
