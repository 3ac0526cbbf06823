using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Challenges;

/// <summary>The single days of a challenge are purged: its boards, teams and people keep what they came to.</summary>
public abstract class RetentionTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task PurgeDays_BoardsTeamsAndProgress_StayAsTheyWere()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2), March(3), March(4)], people);
        await Work.CheckInOnAsync([March(5), March(6)], people[..3]);
        Work.GoTo(March(2).AddDays(200));
        var before = await ReadAsync(spring, people);
        var progress = await people[3].ProgressAsync(spring);
        var team = await spring.TeamAsync(blue);

        while (await spring.Grain.PurgeDaysAsync())
        {
        }

        Assert.Equal(before, await ReadAsync(spring, people));
        Assert.Equal(team, await spring.TeamAsync(blue));
        await AssertTotalsAsync();
        await Work.DeactivateEverythingAsync();
        Assert.Equal(before, await ReadAsync(spring, people));
        Assert.Equal(team, await spring.TeamAsync(blue));
        await AssertTotalsAsync();

        async Task AssertTotalsAsync()
        {
            var after = await people[3].ProgressAsync(spring);
            Assert.Empty(after.Weeks);
            Assert.Equal(
                (progress.Streak, progress.Best, progress.Freezes, progress.Ring, progress.Together, 15),
                (after.Streak, after.Best, after.Freezes, after.Ring, after.Together, after.Minutes));
        }
    }

    [Fact]
    public async Task PurgeDays_ThenTheAccountIsDeleted_TheTeamKeepsItsPoints()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2), March(3)], people);
        Work.GoTo(March(2).AddDays(200));
        var before = await spring.TeamAsync(blue);
        await spring.Grain.PurgeDaysAsync();

        Assert.Null(await people[3].Grain.DeleteAccountAsync());

        var after = await spring.TeamAsync(blue);
        Assert.Equal((before.Streak, before.Best, before.MicroPoints), (after.Streak, after.Best, after.MicroPoints));
        Assert.Equal(3, (await spring.BoardAsync(BoardKind.PersonStreak)).Total);
    }

    [Fact]
    public async Task PurgeDays_OfACorrectedAndCancelledChallenge_StaysAsItWas()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2), March(3)], people[..4]);
        await Work.CheckInOnAsync([March(4)], people[..3]);
        Assert.Null(await CorrectAsync(people[3], March(4), done: true));
        Assert.Null(await CorrectAsync(people[2], March(3), done: false));
        Assert.Null(await spring.Grain.CancelAsync("ana"));
        Work.GoTo(March(2).AddDays(200));
        var before = await ReadAsync(spring, people);
        var team = await spring.TeamAsync(blue);

        await spring.Grain.PurgeDaysAsync();

        Assert.Equal(before, await ReadAsync(spring, people));
        Assert.Equal(team, await spring.TeamAsync(blue));
        await Work.DeactivateEverythingAsync();
        Assert.Equal(before, await ReadAsync(spring, people));
        Assert.Equal(team, await spring.TeamAsync(blue));

        Task<Refusal?> CorrectAsync(Colleague person, DateOnly date, bool done) =>
            spring.Grain.CorrectAsync(new CorrectDay("ana", person.Id, date, done, "Was at the fair"));
    }

    [Fact]
    public async Task DeleteAccount_OfSomebodyWhoseDayWasCorrected_LeavesTheTeamAsItWas()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people);
        await Work.CheckInOnAsync([March(2)], people);
        await Work.CheckInOnAsync([March(3)], people[..2]);
        Assert.Null(await spring.Grain.CorrectAsync(new CorrectDay("ana", "cem", March(3), true, "Was at the fair")));
        Work.GoTo(March(5), "13:00");
        var before = (await spring.TeamAsync(blue)).MicroPoints;

        Assert.Null(await people[2].Grain.DeleteAccountAsync());

        Assert.Equal(before, (await spring.TeamAsync(blue)).MicroPoints);
    }

    private static async Task<string> ReadAsync(TestChallenge challenge, Colleague[] people)
    {
        var boards = new List<string>();
        foreach (var kind in BoardKinds.All)
        {
            var board = await challenge.BoardAsync(kind, people[3]);
            boards.Add($"{board.Total} {string.Join(' ', board.Rows.Select(WithoutMorning))} {(board.Own is { } own ? WithoutMorning(own.Row) : null)}");
        }

        return string.Join('\n', boards);

        // A cancelled challenge stands still within a day; what was so that morning is not kept.
        static BoardRow WithoutMorning(BoardRow row) => row with { StartOfDayRank = null };
    }

    public sealed class OnSqlite(GrainFixture fixture) : RetentionTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : RetentionTests(postgreSql);
}
