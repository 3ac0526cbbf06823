using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Audit;

namespace StretchChallenge.Grains.Tests.Challenges;

/// <summary>Corrections, cancelling and the next season.</summary>
public abstract class ResultTests(GrainFixture fixture) : GrainTests(fixture)
{
    private TestChallenge? _spring;
    private TestTeam? _blue;
    private Colleague[] _people = [];

    private TestChallenge Spring => _spring!;

    private Colleague Ana => _people[0];

    private Colleague Ben => _people[1];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        _spring = await Work.StartChallengeAsync(Ana);
        _blue = await Spring.AddTeamAsync("Blue", _people);
    }

    [Fact]
    public async Task Correct_ADay_HoldsForPersonTeamAndBoards_OfThatChallengeAlone()
    {
        var other = await Work.StartChallengeAsync(Ben);
        await Work.CheckInOnAsync([March(2)], _people);
        await Work.CheckInOnAsync([March(3)], [.. _people.Where(person => person != Ben)]);
        Work.GoTo(March(4));
        await ReadAllAsync();

        Assert.Null(await CorrectAsync(Ben, 3, done: true));

        var progress = await Ben.ProgressAsync(Spring);
        Assert.Equal((2, new CorrectedDay(March(3), true, "Was at the fair")), (progress.Streak, Assert.Single(progress.Corrections)));
        Assert.Equal(2, (await Ben.TodayInAsync(Spring)).Streak);
        Assert.Equal(1, (await Ben.ProgressAsync(other)).Streak);
        Assert.Empty((await Ben.ProgressAsync(other)).Corrections);
        Assert.Equal(2, (await Spring.RowAsync(BoardKind.PersonStreak, Ben.Id)).Streak);
        Assert.Equal((2, 200_000_000), ((await Spring.TeamAsync(_blue!)).Streak, (await Spring.TeamAsync(_blue!)).MicroPoints));
        Assert.Equal(200, (await Spring.RowAsync(BoardKind.TeamPoints, _blue!.Id)).Points);
        await AssertRebuiltAlikeAsync();
    }

    [Fact]
    public async Task Correct_ADay_StaysUnderLaterCheckInsAndUndos()
    {
        await Work.CheckInOnAsync([March(2), March(3)], Ben);
        Assert.Null(await CorrectAsync(Ben, 3, done: false));
        await ReadAllAsync();

        Assert.Null(await Ben.UndoAsync(March(3)));
        await Ben.CheckInAtOnceAsync();
        await Work.CheckInOnAsync([March(4)], Ben);

        Assert.Equal(DayState.Pending, (await Ben.ProgressAsync(Spring)).Weeks[0].Days[1].State);
        Assert.Null((await Ben.TodayInAsync(Spring)).Reportable);
        Assert.Equal(2, (await Spring.RowAsync(BoardKind.PersonStreak, Ben.Id)).Streak);
        await AssertRebuiltAlikeAsync();
    }

    [Fact]
    public async Task Correct_TwoOrganisers_TheLastOneHoldsAndBothAreInTheLog()
    {
        await Ana.AppointAsync(Spring, Ben, ChallengeRole.Organiser);
        Assert.Null(await CorrectAsync(_people[2], 2, done: true));
        Work.Wait(TimeSpan.FromSeconds(1));
        Assert.Null(await Spring.Grain.CorrectAsync(new CorrectDay(Ben.Id, "cem", March(2), false, "It was Dia")));

        Assert.False(Assert.Single((await _people[2].ProgressAsync(Spring)).Corrections).Done);
        var log = await Work.Get<IAuditLog>().ReadAsync(new ChallengeId(Spring.Id), null, 10);
        Assert.Equal(["ben", "ana"], log.Where(entry => entry.Action == "dayCorrected").Select(entry => entry.ActorId!.Value.Value));
        Assert.Equal("""{"date":"2026-03-02","done":false,"reason":"It was Dia"}""", log[0].Detail);
    }

    [Fact]
    public async Task Correct_ByOthers_OrImpossibleDays_IsRefused()
    {
        await Ana.AppointAsync(Spring, Ben, ChallengeRole.Captain);
        var stranger = await Work.HireAsync("zoe");
        await Work.StartChallengeAsync(stranger);

        (await CorrectAsync(Ana, 2, done: true, by: Ben)).IsFor(RefusalKind.Forbidden, "organisers-only");
        (await CorrectAsync(Ana, 2, done: true, by: stranger)).IsFor(RefusalKind.NotFound, "unknown-challenge");
        (await CorrectAsync(stranger, 2, done: true)).IsFor(RefusalKind.NotFound, "unknown-member");
        (await CorrectAsync(Ben, 1, done: true)).IsFor(RefusalKind.Invalid, "day-not-correctable");
        (await CorrectAsync(Ben, 3, done: true)).IsFor(RefusalKind.Invalid, "day-not-correctable");
        Assert.DoesNotContain(
            await Work.Get<IAuditLog>().ReadAsync(new ChallengeId(Spring.Id), null, 10), entry => entry.Action == "dayCorrected");
    }

    [Fact]
    public async Task Correct_UntilTheResultsAreFinal()
    {
        var later = await Work.StartChallengeAsync(Ana, March(9));
        (await later.Grain.CorrectAsync(new CorrectDay(Ana.Id, Ana.Id, March(9), true, "Early bird"))).IsFor(RefusalKind.Conflict, "challenge-not-started");

        Work.GoTo(April(27), "12:00");
        Assert.Equal(Workplace.At(April(30), "12:00"), (await Spring.ViewAsync()).FinalAt);
        Work.GoTo(April(30), "11:59");
        Assert.Null(await CorrectAsync(Ben, 2, done: true));
        Work.GoTo(April(30), "12:00");
        (await CorrectAsync(Ben, 2, done: false)).IsFor(RefusalKind.Conflict, "results-final");
        Assert.Equal(1, (await Spring.RowAsync(BoardKind.PersonStreak, Ben.Id)).Best);
    }

    [Fact]
    public async Task Withdraw_ACorrection_TheDayIsAsThePersonsOwnLedgerSays()
    {
        await Work.CheckInOnAsync([March(2), March(3)], _people);
        Assert.Null(await CorrectAsync(Ben, 3, done: false));
        Assert.Equal(1, (await Spring.RowAsync(BoardKind.PersonStreak, Ben.Id)).Streak);
        await ReadAllAsync();
        Work.Wait(TimeSpan.FromSeconds(1));

        Assert.Null(await WithdrawAsync(Ben, 3));

        Assert.Equal(2, (await Spring.RowAsync(BoardKind.PersonStreak, Ben.Id)).Streak);
        var progress = await Ben.ProgressAsync(Spring);
        Assert.Equal((2, 0), (progress.Streak, progress.Corrections.Length));
        Assert.Equal(200_000_000, (await Spring.TeamAsync(_blue!)).MicroPoints);
        var entry = (await Work.Get<IAuditLog>().ReadAsync(new ChallengeId(Spring.Id), null, 1))[0];
        Assert.Equal(
            ("correctionWithdrawn", "ana", "ben", """{"date":"2026-03-03"}"""),
            (entry.Action, entry.ActorId!.Value.Value, entry.SubjectId!.Value.Value, entry.Detail));
        await AssertRebuiltAlikeAsync();
    }

    [Fact]
    public async Task Withdraw_ByOthersOrTwiceOrWhenFinal_IsRefused()
    {
        Assert.Null(await CorrectAsync(Ben, 2, done: true));
        (await WithdrawAsync(Ben, 2, by: Ben)).IsFor(RefusalKind.Forbidden, "organisers-only");
        (await WithdrawAsync(Ben, 2, by: await Work.HireAsync("zoe"))).IsFor(RefusalKind.NotFound, "unknown-challenge");
        (await WithdrawAsync(Ana, 2)).IsFor(RefusalKind.NotFound, "unknown-correction");

        Work.GoTo(April(30), "11:59");
        var both = await Task.WhenAll(WithdrawAsync(Ben, 2), WithdrawAsync(Ben, 2));
        Assert.Single(both, one => one is null);
        both.Single(one => one is not null).IsFor(RefusalKind.NotFound, "unknown-correction");
        Work.GoTo(April(30), "12:00");
        (await WithdrawAsync(Ben, 2)).IsFor(RefusalKind.Conflict, "results-final");
    }

    [Fact]
    public async Task Leave_AfterTheLastDay_KeepsThePlaceInTheResults()
    {
        await Work.CheckInOnAsync([March(2), March(3)], _people);
        Work.GoTo(April(29));
        var (people, teams) = (await Spring.BoardAsync(BoardKind.PersonStreak), await Spring.BoardAsync(BoardKind.TeamPoints));
        var (finalAt, team) = ((await Spring.ViewAsync()).FinalAt, await Spring.TeamAsync(_blue!));

        Assert.Null(await Ben.LeaveAsync(Spring));
        Work.GoTo(April(30), "09:00");

        Assert.Equal(people.Rows.AsEnumerable(), (await Spring.BoardAsync(BoardKind.PersonStreak)).Rows.AsEnumerable());
        Assert.Equal(teams.Rows.AsEnumerable(), (await Spring.BoardAsync(BoardKind.TeamPoints)).Rows.AsEnumerable());
        Assert.Equal((finalAt, team), ((await Spring.ViewAsync()).FinalAt, await Spring.TeamAsync(_blue!)));
        (await Spring.Grain.GetAsync(Ben.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        await AssertRebuiltAlikeAsync();

        Assert.Null(await Ben.Grain.DeleteAccountAsync());
        Assert.DoesNotContain((await Spring.BoardAsync(BoardKind.PersonStreak)).Rows, row => row.Id == Ben.Id);
    }

    [Fact]
    public async Task Leave_ACancelledChallenge_KeepsThePlaceInTheResults()
    {
        await Work.CheckInOnAsync([March(2)], _people);
        var fay = await Work.HireAsync("fay");
        await fay.JoinAsync(Spring, _blue);
        Assert.Null(await Spring.Grain.CancelAsync(Ana.Id));
        var (people, teams) = (await Spring.BoardAsync(BoardKind.PersonStreak), await Spring.BoardAsync(BoardKind.TeamPoints));

        Assert.Null(await Ben.LeaveAsync(Spring));
        Assert.Null(await fay.LeaveAsync(Spring));

        Assert.Equal(people.Rows.AsEnumerable(), (await Spring.BoardAsync(BoardKind.PersonStreak)).Rows.AsEnumerable());
        Assert.Equal(teams.Rows.AsEnumerable(), (await Spring.BoardAsync(BoardKind.TeamPoints)).Rows.AsEnumerable());
    }

    [Fact]
    public async Task Leave_WhileItGoesOn_TakesAPersonOffTheBoards()
    {
        await Work.CheckInOnAsync([March(2)], _people);

        Assert.Null(await Ben.LeaveAsync(Spring));

        Assert.DoesNotContain((await Spring.BoardAsync(BoardKind.PersonStreak)).Rows, row => row.Id == Ben.Id);
    }

    [Fact]
    public async Task Cancel_ARunningChallenge_LeavesTheBoardsAsTheyWere()
    {
        await Work.CheckInOnAsync([March(2), March(3)], _people);
        var (people, teams) = (await Spring.BoardAsync(BoardKind.PersonStreak), await Spring.BoardAsync(BoardKind.TeamPoints));
        var progress = await Ben.ProgressAsync(Spring);

        Assert.Null(await Spring.Grain.CancelAsync(Ana.Id));
        await Work.CheckInOnAsync([March(4), March(6)], Ben);
        await Ben.TakeOffAsync(March(3), March(5));
        Work.GoTo(April(20));

        Assert.Equal(ChallengeState.Cancelled, (await Spring.ViewAsync()).State);
        Assert.Equal(people.Rows.AsEnumerable(), (await Spring.BoardAsync(BoardKind.PersonStreak)).Rows.AsEnumerable());
        Assert.Equal(teams.Rows.AsEnumerable(), (await Spring.BoardAsync(BoardKind.TeamPoints)).Rows.AsEnumerable());
        Assert.Equal((progress.Streak, progress.Ring), ((await Ben.ProgressAsync(Spring)).Streak, (await Ben.ProgressAsync(Spring)).Ring));
        var today = await Ben.TodayInAsync(Spring);
        Assert.Equal((ChallengeState.Cancelled, 2, null, null), (today.State, today.Streak, today.SafeUntil, today.Reportable));
        (await Spring.Grain.CancelAsync(Ana.Id)).IsFor(RefusalKind.Conflict, "challenge-over");
        (await CorrectAsync(Ben, 4, done: true)).IsFor(RefusalKind.Conflict, "challenge-over");
        await AssertRebuiltAlikeAsync();
    }

    [Fact]
    public async Task Cancel_AWatchedChallenge_IsPublishedNoMore()
    {
        var board = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        Assert.Null(await Spring.Grain.CancelAsync(Ana.Id));
        await Work.CheckInOnAsync([March(3), March(4)], Ben);

        await board.PassAsync(TimeSpan.FromDays(2));

        Assert.All((await Spring.BoardAsync(BoardKind.PersonStreak)).Rows, row => Assert.Equal(0, row.Streak));
    }

    [Fact]
    public async Task Copy_HasSettingsAndTeams_AndNobodyButItsMaker()
    {
        await Spring.ChangeAsync(holidays: [March(6), new DateOnly(2026, 5, 14)], threshold: 55, organisersMakeTeams: true);
        var copy = Work.Grains.GetGrain<IChallengeGrain>(Guid.NewGuid().ToString("N"));

        var created = (await copy.CopyAsync(new CopyChallenge(Ana.Id, Spring.Id, "Summer", new DateOnly(2026, 5, 4)))).Answer();

        var summer = (await copy.GetAsync(Ana.Id)).Answer();
        Assert.Equal((created.Code, "Summer", 55, true, ChallengeState.Open), (summer.Code, summer.Name, summer.TeamThreshold, summer.OrganisersMakeTeams, summer.State));
        Assert.Equal([new DateOnly(2026, 5, 14)], summer.Holidays.AsEnumerable());
        var team = Assert.Single(summer.Teams);
        Assert.Equal(("Blue", 0), (team.Name, team.Members));
        Assert.NotEqual(_blue!.Id, team.Id);
        Assert.Equal(1, summer.Participants);
        (await copy.GetAsync(Ben.Id)).IsRefused(RefusalKind.NotFound, "unknown-challenge");
    }

    [Fact]
    public async Task Copy_ByOthers_IsRefused()
    {
        IChallengeGrain New() => Work.Grains.GetGrain<IChallengeGrain>(Guid.NewGuid().ToString("N"));
        var stranger = await Work.HireAsync("zoe");

        (await New().CopyAsync(new CopyChallenge(Ben.Id, Spring.Id, "Mine", April(20)))).IsRefused(RefusalKind.Forbidden, "organisers-only");
        (await New().CopyAsync(new CopyChallenge(stranger.Id, Spring.Id, "Mine", April(20)))).IsRefused(RefusalKind.NotFound, "unknown-challenge");
        (await New().CopyAsync(new CopyChallenge(Ana.Id, Spring.Id, "Old", new DateOnly(2025, 1, 6)))).IsRefused(RefusalKind.Invalid, "starts-too-early");
    }

    [Fact]
    public async Task Participation_TellsOfTeamsOfFive()
    {
        await Work.CheckInOnAsync([March(2)], _people);
        await Work.CheckInOnAsync([March(3)], _people[..3]);
        var red = await Spring.AddTeamAsync("Red", await Work.HireAsync("fay"));

        Work.GoTo(March(4), "09:00");

        var report = await Spring.Standings.GetParticipationAsync();

        Assert.Equal([March(2), March(3)], report.Days.AsEnumerable());
        Assert.Equal([new DoneOfDue(5, 5), new DoneOfDue(3, 5)], report.Teams.Single(team => team.Id == _blue!.Id).Counts.AsEnumerable());
        Assert.Equal([null, null], report.Teams.Single(team => team.Id == red.Id).Counts.AsEnumerable());
        Assert.Equal([new DoneOfDue(5, 5), new DoneOfDue(3, 5)], report.Everybody.AsEnumerable());
    }

    [Fact]
    public async Task Participation_OfClosedTeamsAndWithoutOne_StaysWhenAccountsGoOrDaysArePurged()
    {
        var without = await Work.HireAllAsync("fay", "gus", "hal", "ida", "jon");
        foreach (var person in without)
        {
            await person.JoinAsync(Spring);
        }

        await Work.CheckInOnAsync([March(2)], [.. _people, .. without]);
        await Work.CheckInOnAsync([March(3)], _people);
        Assert.Null(await Spring.Grain.RemoveTeamAsync(Ana.Id, _blue!.Id));
        Work.GoTo(March(4), "09:00");
        var before = await Spring.Standings.GetParticipationAsync();
        Assert.Equal([new DoneOfDue(10, 10), new DoneOfDue(5, 10)], before.Everybody.AsEnumerable());

        Assert.Null(await Ben.Grain.DeleteAccountAsync());
        Assert.Null(await without[0].Grain.DeleteAccountAsync());
        Assert.Equal(before.Everybody.AsEnumerable(), (await Spring.Standings.GetParticipationAsync()).Everybody.AsEnumerable());

        Work.GoTo(March(2).AddDays(200));
        var atTheEnd = (await Spring.Standings.GetParticipationAsync()).Everybody;
        await Spring.Grain.PurgeDaysAsync();
        Assert.Equal(atTheEnd.AsEnumerable(), (await Spring.Standings.GetParticipationAsync()).Everybody.AsEnumerable());
        Assert.Equal(new DoneOfDue(10, 10), atTheEnd[0]);
    }

    private Task<Refusal?> CorrectAsync(Colleague person, int day, bool done, Colleague? by = null) =>
        Spring.Grain.CorrectAsync(new CorrectDay((by ?? Ana).Id, person.Id, March(day), done, "Was at the fair"));

    private Task<Refusal?> WithdrawAsync(Colleague person, int day, Colleague? by = null) =>
        Spring.Grain.WithdrawCorrectionAsync(new WithdrawCorrection((by ?? Ana).Id, person.Id, March(day)));

    private async Task ReadAllAsync()
    {
        await Spring.BoardAsync(BoardKind.PersonStreak);
        await Spring.TeamAsync(_blue!);
        foreach (var person in _people)
        {
            await person.ProgressAsync(Spring);
        }
    }

    // What followed the feed is what reads everything anew.
    private async Task AssertRebuiltAlikeAsync()
    {
        var live = (await Spring.BoardAsync(BoardKind.PersonConsistency), await Spring.BoardAsync(BoardKind.TeamStreak), await Spring.TeamAsync(_blue!));
        await Work.DeactivateEverythingAsync();

        Assert.Equal(live.Item1.Rows.AsEnumerable(), (await Spring.BoardAsync(BoardKind.PersonConsistency)).Rows.AsEnumerable());
        Assert.Equal(live.Item2.Rows.AsEnumerable(), (await Spring.BoardAsync(BoardKind.TeamStreak)).Rows.AsEnumerable());
        Assert.Equal(live.Item3, await Spring.TeamAsync(_blue!));
    }

    public sealed class OnSqlite(GrainFixture fixture) : ResultTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ResultTests(postgreSql);
}
