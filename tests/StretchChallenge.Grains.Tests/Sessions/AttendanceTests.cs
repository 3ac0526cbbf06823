using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Sessions;

/// <summary>Who took part has done their day, whatever breaks on the way.</summary>
public abstract class AttendanceTests(GrainFixture fixture) : GrainTests(fixture)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private TestSession? _break;
    private Colleague[] _people = [];

    private TestSession Break => _break!;

    private Colleague Ana => _people[0];

    private Colleague Ben => _people[1];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(Ana);
        await spring.AddTeamAsync("Blue", _people);
        _break = await TestSession.OpenAsync(Work, Ana, spring);
        await Break.JoinAsync(Ana);
    }

    [Fact]
    public async Task WhoWasThere_IsCredited_AndNobodyElse()
    {
        await Break.JoinAsGuestAsync("seat");

        await Break.PlayAsync();

        await AssertDoneAsync(Ana, true);
        await AssertDoneAsync(Ben, false);
        Assert.Equal(CreditKind.Live, Assert.Single(await CreditsAsync(Ana)).Kind);
        Assert.Equal(1, (await Ana.ProgressAsync(Break.Challenge)).Together);
        Assert.Equal(0, (await Ben.ProgressAsync(Break.Challenge)).Together);
    }

    [Fact]
    public async Task DateOfRecord_IsEachPersonsOwn()
    {
        var kiri = await Work.HireAsync("kiri", "Pacific/Auckland");
        await kiri.JoinAsync(Break.Challenge);
        Work.GoTo(March(2), "12:58");
        var noon = await TestSession.OpenAsync(Work, Ana, Break.Challenge);
        await noon.JoinAsync(Ana);
        await noon.JoinAsync(kiri);

        await noon.PlayAsync();
        await noon.UntilSettledAsync();

        Assert.Equal(March(2), Assert.Single(await CreditsAsync(Ana)).Date);
        Assert.Equal(March(3), Assert.Single(await CreditsAsync(kiri)).Date);
    }

    [Fact]
    public async Task DayThatIsDoneAlready_KeepsItsCredit()
    {
        await Ana.CheckInAsync();

        await Break.PlayAsync();
        await Break.UntilSettledAsync();

        Assert.Equal(CreditKind.Guided, Assert.Single(await CreditsAsync(Ana)).Kind);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task TwoBreaksAtOnce_CountAsOne()
    {
        var other = await TestSession.OpenAsync(Work, Ana, Break.Challenge);
        await other.JoinAsync(Ana);
        await other.JoinAsync(Ben);
        await other.DoAsync(SessionCommand.Start);
        await Break.DoAsync(SessionCommand.Start);
        for (var minute = 0; minute < TestSession.Steps.Length; minute++)
        {
            await Break.PassAsync(Minute);
            await other.RenewAsync();
        }

        await Break.UntilSettledAsync();
        await other.SettleAsync();
        await other.UntilSettledAsync();

        await AssertDoneAsync(Ben, true);
        Assert.Equal(1, (await Ana.ProgressAsync(Break.Challenge)).Together);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task RoutineDoneMeanwhile_TakesTheBreaksTime()
    {
        await Break.JoinAsync(Ben);
        await Break.DoAsync(SessionCommand.Start);
        var (anas, bens) = (Ana.StartRun(), Ben.StartRun());
        await Break.PassAsync(Minute * 4);
        (await Ana.SendAsync(anas)).Answer();

        await Break.PassAsync(Minute);
        await Break.UntilSettledAsync();

        Assert.Equal((0, 1), ((await Ana.ProgressAsync(Break.Challenge)).Together, (await Ben.ProgressAsync(Break.Challenge)).Together));
        (await Ben.SendAsync(bens)).IsRefused(RefusalKind.Conflict, "too-early");
    }

    [Fact]
    public async Task Undo_IsNotMadeUpForByARepeat()
    {
        await Break.PlayAsync();
        await Break.UntilSettledAsync();
        Assert.Null(await Ana.UndoAsync(March(2)));

        await Work.DeactivateAsync(Break.Grain);
        await Break.SettleAsync();

        await AssertDoneAsync(Ana, false);
    }

    [Fact]
    public async Task ShortGaps_CountAsPresent_LongOnesDoNot()
    {
        var ben = await Break.JoinAsync(Ben);
        var cem = await Break.JoinAsync(_people[2]);
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(Minute);
        await Break.LeaveAsync(ben);
        await Break.LeaveAsync(cem);
        await Break.PassAsync(Minute);
        await Break.JoinAsync(Ben);
        await Break.PassAsync(Minute + Minute);
        await Break.JoinAsync(_people[2]);
        await Break.PassAsync(Minute);

        await AssertDoneAsync(Ben, true);
        await AssertDoneAsync(_people[2], false);
    }

    [Fact]
    public async Task LateComer_IsToldWhatTheyMissed_AndMayDoItAlone()
    {
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(Minute * 2);

        var ben = await Break.JoinAsync(Ben);
        (await Break.Grain.GetCatchUpAsync("ben")).IsRefused(RefusalKind.Conflict, "catch-up-later");
        await Break.PassAsync(Minute * 3);

        Assert.Equal((120_000L, true), (ben.LateBy, ben.Missed.SequenceEqual([0, 1])));
        await AssertDoneAsync(Ben, false);
        var catchUp = (await Break.Grain.GetCatchUpAsync("ben")).Answer();
        Assert.Equal((true, true), (catchUp.Steps.SequenceEqual([0, 1]), catchUp.StepMs.SequenceEqual([60_000, 60_000])));
        (await Break.Grain.GetCatchUpAsync("ana")).IsRefused(RefusalKind.Conflict, "nothing-to-catch-up");
        Work.Wait(TimeSpan.FromHours(12));
        (await Break.Grain.GetCatchUpAsync("ben")).IsRefused(RefusalKind.Conflict, "catch-up-over");
    }

    [Fact]
    public async Task CatchUp_CreditsTheBreakOnItsDay()
    {
        var run = Ben.StartRun() with
        {
            PlannedSeconds = 60,
            CatchUp = new CaughtUpSession(Break.Id, Work.Now, new LivePresence([new PresenceSpan(0, 180_000)], 180_000)),
        };
        Work.Wait(Minute);

        Assert.Equal((March(2), CreditKind.Live), ((await Ben.SendAsync(run)).Answer().Date, (await Ben.SendAsync(run)).Answer().Kind));
    }

    [Fact]
    public async Task ProgramStartedAgain_MidBreak_GoesOnAtTheRightPlace()
    {
        var guest = await Break.JoinAsGuestAsync("seat");
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(Minute + TimeSpan.FromSeconds(10));

        await Work.CrashAndRestartAsync();
        Work.Wait(TimeSpan.FromSeconds(5));
        var watch = await Break.WatchAgainAsync();

        Assert.Equal((1, SessionPhase.Running, 1, 45_000L), (watch.Now.Seq, watch.Now.Phase, watch.Now.Step, watch.Now.RemainingMs));
        Assert.Equal(guest.ParticipantId, (await Break.JoinAsGuestAsync("seat", name: null)).ParticipantId);
        Assert.Equal(0, (await Break.JoinAsync(Ana)).LateBy);
        await Break.PassAsync(Minute * 4);
        await AssertDoneAsync(Ana, true);
    }

    [Fact]
    public async Task ProgramStartedAgain_WhoDoesNotComeBack_WasThereUntilThen()
    {
        var ben = await Break.JoinAsync(Ben);
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(Minute * 2);

        await Work.CrashAndRestartAsync();
        await Break.WatchAgainAsync();
        await Break.JoinAsync(Ana);
        Assert.Equal(2, (await Break.RoomAsync()).Count);
        await Break.PassAsync(Minute * 3);

        Assert.Equal(ben.ParticipantId, Assert.Single(Break.Rosters.SelectMany(roster => roster.Left)));
        await AssertDoneAsync(Ana, true);
        await AssertDoneAsync(Ben, false);
    }

    [Fact]
    public async Task ProgramDownOverTheEnd_WhoComesBack_IsCredited()
    {
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(Minute * 4);
        await Work.CrashAndRestartAsync();
        Work.Wait(Minute * 2);

        await Break.WatchAgainAsync();
        await Break.JoinAsync(Ana);
        await Break.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((2, SessionPhase.Finished), ((await Break.NowAsync()).Seq, (await Break.NowAsync()).Phase));
        await AssertDoneAsync(Ana, true);
    }

    [Fact]
    public async Task NewActivation_MidBreak_IsTheSame()
    {
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(Minute);
        var before = await Break.RoomAsync();

        await Work.DeactivateAsync(Break.Grain);
        var after = await Break.RoomAsync();

        Assert.Equal(before.Now, after.Now);
        Assert.Equal(before.Participants.AsEnumerable(), after.Participants.AsEnumerable());
        await Break.PassAsync(Minute * 4);
        await AssertDoneAsync(Ana, true);
    }

    [Fact]
    public async Task Command_FailsAfterItsCommit_IsDone()
    {
        Work.Faults.FailOnceAfter(nameof(ISessionStore.AddEventAsync));

        await Assert.ThrowsAnyAsync<Exception>(() => Break.ControlAsync(SessionCommand.Start));

        Assert.Equal((1, SessionPhase.Running), ((await Break.RenewAsync()).Now.Seq, (await Break.NowAsync()).Phase));
    }

    [Fact]
    public async Task Command_FailsBeforeItsCommit_ChangesNothing()
    {
        using (Work.Faults.Failing(nameof(ISessionStore.AddEventAsync)))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Break.ControlAsync(SessionCommand.Start));
        }

        Assert.Equal((0, SessionPhase.Lobby), ((await Break.RenewAsync()).Now.Seq, (await Break.NowAsync()).Phase));
        await Break.DoAsync(SessionCommand.Start);
    }

    [Fact]
    public async Task Join_FailsAfterItsCommit_IsThePlaceOfTheNextTry()
    {
        Work.Faults.FailOnceAfter(nameof(ISessionStore.AddParticipantsAsync));
        await Assert.ThrowsAnyAsync<Exception>(() => Break.TryJoinAsync(Ben));

        await Break.RenewAsync();
        await Break.JoinAsync(Ben);

        Assert.Equal(2, (await Break.RoomAsync()).Count);
    }

    [Fact]
    public async Task Presences_CannotBeSavedForAWhile_AreTakenFromTheServerAgain()
    {
        using (Work.Faults.Failing(nameof(ISessionStore.SavePresencesAsync)))
        {
            await Break.DoAsync(SessionCommand.Start);
            await Break.PassAsync(TimeSpan.FromSeconds(20));
        }

        await Break.PassAsync(TimeSpan.FromSeconds(280));

        await AssertDoneAsync(Ana, true);
    }

    [Fact]
    public async Task Credits_TheLedgerIsAway_AreGivenOnceItIsBack()
    {
        using (Work.Faults.Failing(nameof(ILedgerWriter.CommitAsync)))
        {
            await Break.PlayAsync();
            Assert.False((await Ana.TodayAsync()).Done);
        }

        await Break.PassAsync(TimeSpan.FromSeconds(6));

        await AssertDoneAsync(Ana, true);
    }

    [Fact]
    public async Task Credits_ProgramKilledAmongThem_AreGivenByTheNextOne()
    {
        using (Work.Faults.Failing(nameof(ILedgerWriter.CommitAsync)))
        {
            await Break.PlayAsync();
            await Work.CrashAndRestartAsync();
        }

        foreach (var id in await Work.Get<ISessionStore>().FindUnsettledAsync(Work.Now))
        {
            await Work.Grains.GetGrain<Contracts.Sessions.ISessionGrain>(id.Value).WakeAsync();
        }

        await Break.WatchAgainAsync();
        await Break.PassAsync(Minute + Minute, renew: false);
        await AssertDoneAsync(Ana, true);
    }

    private async Task AssertDoneAsync(Colleague person, bool done)
    {
        await Break.UntilSettledAsync();
        Assert.Equal(done, (await person.TodayAsync()).Done);
    }

    private async Task<IEnumerable<CreditRecord>> CreditsAsync(Colleague person) =>
        (await Work.Get<IPeopleStore>().LoadAsync(new Domain.UserId(person.Id)))!.Credits;

    public sealed class OnSqlite(GrainFixture fixture) : AttendanceTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : AttendanceTests(postgreSql);
}
