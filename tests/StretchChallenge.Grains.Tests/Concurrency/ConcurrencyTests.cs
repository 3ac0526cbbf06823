using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Concurrency;

public abstract class ConcurrencyTests(GrainFixture fixture) : GrainTests(fixture)
{
    private const int Many = 200;

    [Fact]
    public async Task ManyRunsOfOnePersonAtOnce_CreditOnce()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        var runs = Enumerable.Range(0, Many).Select(_ => ana.StartRun() with { PlannedSeconds = 0 }).ToArray();

        var answers = await Task.WhenAll(runs.Select(ana.SendAsync));

        Assert.Single(answers, answer => answer.Answer().Credited);
        Assert.All(answers, answer => Assert.Equal(1, answer.Answer().Streaks.Single().Streak));
        Assert.Equal(1, (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Streak);
        var people = Work.Get<IPeopleStore>();
        Assert.Single((await people.LoadAsync(new UserId("ana")))!.Credits);
        foreach (var run in runs)
        {
            Assert.True(await people.IsRunCompletedAsync(run.RunId));
        }
    }

    [Fact]
    public async Task OneCommandManyTimesAtOnce_HasOneAnswer()
    {
        var ana = await Work.HireAsync("ana");
        await Work.StartChallengeAsync(ana);
        var run = ana.FinishedRun();

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => ana.SendAsync(run)));

        Assert.All(answers, answer => Assert.True(answer.Answer().Credited));
    }

    [Fact]
    public async Task OneRunUnderManyCommandsAtOnce_IsCompletedOnce()
    {
        var ana = await Work.HireAsync("ana");
        var run = ana.FinishedRun();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(number => ana.SendAsync(run with { CommandId = $"command {number}" })));

        Assert.Single(answers, answer => answer.Value is not null);
        Assert.All(answers.Where(answer => answer.Value is null), answer => answer.IsRefused(RefusalKind.Conflict, "run-completed"));
    }

    [Fact]
    public async Task ManyPeopleAtOnce_AllCount()
    {
        const int teams = 10;
        var people = await Work.HireAllAsync([.. Enumerable.Range(0, Many).Select(number => $"p{number:000}")]);
        var spring = await Work.StartChallengeAsync(people[0]);
        for (var number = 0; number < teams; number++)
        {
            await spring.AddTeamAsync($"Team {number}");
        }

        await Task.WhenAll(people.Select((person, index) => person.TryJoinAsync(spring, $"Team {index % teams}")));
        var watch = await spring.WatchAsync(BoardKind.TeamPoints);

        var answers = await Task.WhenAll(people.Select(person => person.CheckInAsync()));

        Assert.All(answers, answer => Assert.True(answer.Credited));
        var rows = (await spring.BoardAsync(BoardKind.TeamPoints)).Rows;
        Assert.All(rows, row => Assert.Equal((1, 20, 20, 0), (row.Rank, row.Members, row.Today!.Done, row.Today.Needed)));
        var board = await spring.BoardAsync(BoardKind.PersonStreak);
        Assert.Equal((Many, Many), (board.Total, board.Rows.Count(row => row is { Streak: 1, Rank: 1 })));
        await watch.PassAsync(TimeSpan.FromSeconds(1));
        Assert.All(watch.Board().Rows, row => Assert.Equal(20, row.Today!.Done));
    }

    [Fact]
    public async Task ManyPeopleMovingBetweenTeamsAndCheckingInAtOnce_AreEachInOne()
    {
        const int some = 40;
        var people = await Work.HireAllAsync([.. Enumerable.Range(0, some).Select(number => $"p{number:00}")]);
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue");
        var red = await spring.AddTeamAsync("Red");
        await Task.WhenAll(people.Select(person => person.JoinAsync(spring, blue)));

        await Task.WhenAll(people.SelectMany(person => new Task[]
        {
            person.CheckInAsync(), person.JoinAsync(spring, red), person.TakeOffAsync(March(5), March(5)), person.TodayAsync(),
        }));

        Work.GoTo(March(3));
        Assert.Equal((0, some), ((await spring.TeamAsync(blue)).Members, (await spring.TeamAsync(red)).Members));
        var before = await Views.OfEverythingAsync(Work);
        await Work.DeactivateEverythingAsync();
        Assert.Equal(before, await Views.OfEverythingAsync(Work));
    }

    public sealed class OnSqlite(GrainFixture fixture) : ConcurrencyTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ConcurrencyTests(postgreSql);
}
