using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Grains.Tests.Users;

public abstract class CheckInTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task CheckIn_FirstOfTheDay_CreditsAndStartsTheStreak()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);

        var answer = await ana.CheckInAsync();

        Assert.Equal((March(2), true, CreditKind.Guided), (answer.Date, answer.Credited, answer.Kind));
        Assert.Equal([new ChallengeStreak(spring.Id, 1, 1, 2)], answer.Streaks.AsEnumerable());
        var today = await ana.TodayAsync();
        Assert.True(today.Done);
        Assert.Equal((TodayState.Done, 1), (today.Challenges.Single().Today, today.Challenges.Single().Streak));
    }

    [Fact]
    public async Task CheckIn_CountsForTheTeamAndOnEveryBoard()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);

        foreach (var person in people)
        {
            await person.CheckInAsync();
        }

        var team = await spring.TeamAsync(blue);
        Assert.Equal((1, 1, 0), (team.Streak, team.Best, team.MicroPoints));
        Assert.Equal((3, 3, 3), (team.Members, team.Started, team.Today.Done));
        Assert.Equal((1, 1), Place(await spring.RowAsync(BoardKind.TeamStreak, blue.Id)));
        Assert.Equal((1, 1), Place(await spring.RowAsync(BoardKind.PersonStreak, "ben")));
        Assert.Equal((null, 1), Place(await spring.RowAsync(BoardKind.PersonConsistency, "ben")));
        Work.GoTo(March(3), "00:00");
        Assert.Equal(100, (await spring.RowAsync(BoardKind.TeamPoints, blue.Id)).Points);

        static (int? Rank, int Streak) Place(Contracts.Standings.BoardRow row) => (row.Rank, row.Streak);
    }

    [Fact]
    public async Task CheckIn_SecondRoutineOfTheDay_AddsNoCredit()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await ana.CheckInAsync();
        Work.Wait(TimeSpan.FromMinutes(5));

        var second = await ana.CheckInAsync();

        Assert.False(second.Credited);
        Assert.Equal([new ChallengeStreak(spring.Id, 1, 1, 2)], second.Streaks.AsEnumerable());
    }

    [Fact]
    public async Task CheckIn_InTwoChallenges_CountsInBoth()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        var winter = await Work.StartChallengeAsync(ana, startsOn: new DateOnly(2026, 2, 25));

        var answer = await ana.CheckInAsync();

        Assert.Equal([winter.Id, spring.Id], answer.Streaks.Select(streak => streak.ChallengeId));
        Assert.All(answer.Streaks, streak => Assert.Equal(1, streak.Streak));
        Assert.Equal(1, (await winter.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
        Assert.Equal(1, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
    }

    [Fact]
    public async Task CheckIn_RepeatedCommand_GetsTheFirstAnswer()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        var run = ana.FinishedRun();
        var first = (await ana.SendAsync(run)).Answer();

        var second = (await ana.SendAsync(run)).Answer();
        // Its grace is over by then; the command is kept longer.
        Work.GoTo(March(12));
        var later = (await ana.SendAsync(run)).Answer();

        AssertSame(first, second);
        AssertSame(first, later);
    }

    [Fact]
    public async Task CheckIn_CommandIdOfAnotherRequest_IsAConflict()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        await ana.SendAsync(ana.FinishedRun("command"));

        var sameDay = await ana.SendAsync(ana.FinishedRun("command"));
        var report = await ana.ReportAsync(March(2), "command");
        var early = await ana.SendAsync(ana.StartRun("command"));

        sameDay.IsRefused(RefusalKind.Conflict, "command-reused");
        report.IsRefused(RefusalKind.Conflict, "command-reused");
        early.IsRefused(RefusalKind.Conflict, "command-reused");
    }

    [Fact]
    public async Task CheckIn_SameCommandIdOfTwoPeople_AreTwoCommands()
    {
        var people = await Work.HireAllAsync("ana", "ben");

        var first = await people[0].SendAsync(people[0].FinishedRun("command"));
        var second = await people[1].SendAsync(people[1].FinishedRun("command"));

        Assert.True(first.Answer().Credited);
        Assert.True(second.Answer().Credited);
    }

    [Fact]
    public async Task CheckIn_RunUnderASecondCommand_IsAConflict()
    {
        var ana = await Work.HireAsync("ana");
        var run = ana.FinishedRun();
        await ana.SendAsync(run);

        var again = await ana.SendAsync(run with { CommandId = "another" });

        again.IsRefused(RefusalKind.Conflict, "run-completed");
    }

    [Fact]
    public async Task CheckIn_LedgerFull_IsBusyAndWritesNothing()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        var run = ana.FinishedRun();

        using (Work.Faults.Failing(() => new LedgerBusyException(), nameof(ILedgerWriter.CommitAsync)))
        {
            (await ana.SendAsync(run)).IsRefused(RefusalKind.Busy, "ledger-busy");
        }

        Assert.False((await ana.TodayAsync()).Done);
        Assert.True((await ana.SendAsync(run)).Answer().Credited);
    }

    [Fact]
    public async Task CheckIn_UnknownPerson_IsNotFound()
    {
        var nobody = new Colleague(Work, "nobody");

        (await nobody.SendAsync(nobody.FinishedRun())).IsRefused(RefusalKind.NotFound, "unknown-person");
        (await nobody.ReportAsync(March(2))).IsRefused(RefusalKind.NotFound, "unknown-person");
        (await nobody.UndoAsync(March(2))).IsFor(RefusalKind.NotFound, "unknown-person");
    }

    private static void AssertSame(CheckInAnswer expected, CheckInAnswer actual)
    {
        Assert.Equal(expected with { Streaks = [] }, actual with { Streaks = [] });
        Assert.Equal(expected.Streaks.AsEnumerable(), actual.Streaks.AsEnumerable());
    }

    public sealed class OnSqlite(GrainFixture fixture) : CheckInTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : CheckInTests(postgreSql);
}
