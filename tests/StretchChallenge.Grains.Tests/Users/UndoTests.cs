using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Grains.Tests.Users;

/// <summary>Taking a credit back (rule 9).</summary>
public abstract class UndoTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task Undo_OnTheSameDay_TakesTheCreditBackEverywhere()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2), March(3)], people);
        Assert.Equal(2, (await spring.TeamAsync(blue)).Streak);
        Work.GoTo(March(3), "23:59");

        Assert.Null(await people[0].UndoAsync(March(3)));

        Assert.False((await people[0].TodayAsync()).Done);
        Assert.Equal(1, (await people[0].TodayInAsync(spring)).Streak);
        Assert.Equal(1, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
        var team = await spring.TeamAsync(blue);
        Assert.Equal((1, 2, 100_000_000), (team.Streak, team.Today.Done, team.MicroPoints));
        Assert.Equal(1, (await spring.RowAsync(BoardKind.TeamStreak, blue.Id)).Streak);
    }

    [Fact]
    public async Task Undo_AfterMidnight_IsTooLate()
    {
        var ana = await Work.HireAsync("ana");
        await ana.CheckInAsync();

        Work.GoTo(March(3), "00:00");

        (await ana.UndoAsync(March(2))).IsFor(RefusalKind.Conflict, "too-late-to-undo");
        Assert.True((await ana.TodayAsync(March(2))).Done);
    }

    [Fact]
    public async Task Undo_OfASelfReport_WorksOnTheDayItWasMade()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        Work.GoTo(March(3));
        (await ana.ReportAsync(March(2))).Answer();

        Work.GoTo(March(3), "11:00");
        Assert.Null(await ana.UndoAsync(March(2)));
        Assert.Equal(March(2), (await ana.TodayInAsync(spring)).Reportable);

        (await ana.ReportAsync(March(2))).Answer();
        Work.GoTo(March(4), "00:00");
        (await ana.UndoAsync(March(2))).IsFor(RefusalKind.Conflict, "too-late-to-undo");
    }

    [Fact]
    public async Task Undo_WithoutACredit_IsNotFound()
    {
        var ana = await Work.HireAsync("ana");

        (await ana.UndoAsync(March(2))).IsFor(RefusalKind.NotFound, "nothing-to-undo");
    }

    [Fact]
    public async Task Undo_ThenTheSameCommandAgain_ChangesNothing()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        var run = ana.FinishedRun();
        await ana.SendAsync(run);
        await ana.UndoAsync(March(2));

        var repeat = (await ana.SendAsync(run)).Answer();

        Assert.True(repeat.Credited);
        Assert.False((await ana.TodayAsync()).Done);
        Assert.Equal(0, (await ana.TodayInAsync(spring)).Streak);
        Assert.Equal(0, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
    }

    [Fact]
    public async Task Undo_ThenTheSameRunUnderANewCommand_IsAConflict()
    {
        var ana = await Work.HireAsync("ana");
        var run = ana.FinishedRun();
        await ana.SendAsync(run);
        await ana.UndoAsync(March(2));

        (await ana.SendAsync(run with { CommandId = "another" })).IsRefused(RefusalKind.Conflict, "run-completed");
    }

    [Fact]
    public async Task Undo_ThenANewRoutine_CreditsAgain()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await ana.CheckInAsync();
        await ana.UndoAsync(March(2));
        Work.Wait(TimeSpan.FromMinutes(5));

        var again = await ana.CheckInAsync();

        Assert.True(again.Credited);
        Assert.Equal(1, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
    }

    [Fact]
    public async Task Undo_LedgerFull_IsBusyAndKeepsTheCredit()
    {
        var ana = await Work.HireAsync("ana");
        await ana.CheckInAsync();

        using (Work.Faults.Failing(() => new LedgerBusyException(), nameof(ILedgerWriter.CommitAsync)))
        {
            (await ana.UndoAsync(March(2))).IsFor(RefusalKind.Busy, "ledger-busy");
        }

        Assert.True((await ana.TodayAsync()).Done);
    }

    public sealed class OnSqlite(GrainFixture fixture) : UndoTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : UndoTests(postgreSql);
}
