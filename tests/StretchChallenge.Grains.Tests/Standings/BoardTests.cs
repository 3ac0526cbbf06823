using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Standings;

/// <summary>The four boards: order, ranks, and who is listed (rules 18 to 21).</summary>
public abstract class BoardTests(GrainFixture fixture) : GrainTests(fixture)
{
    [Fact]
    public async Task Teams_StandByStreakThenBestThenPoints_AndUnrankedOnesLast()
    {
        var people = await Work.HireAllAsync("a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3", "d1", "d2");
        var spring = await Work.StartChallengeAsync(people[0]);
        var amber = await spring.AddTeamAsync("Amber", people[..3]);
        var blue = await spring.AddTeamAsync("Blue", people[3..6]);
        var coral = await spring.AddTeamAsync("Coral", people[6..9]);
        var dune = await spring.AddTeamAsync("Dune", people[9..]);
        await Work.CheckInOnAsync([March(2)], people);
        await Work.CheckInOnAsync([March(3)], [.. people[..6], .. people[9..]]);
        Work.GoTo(March(4), "00:00");

        var streak = await spring.BoardAsync(BoardKind.TeamStreak);
        var points = await spring.BoardAsync(BoardKind.TeamPoints);

        var leaders = new[] { amber.Id, blue.Id }.Order(StringComparer.Ordinal).ToArray();
        (string, int?)[] expected = [(leaders[0], 1), (leaders[1], 1), (coral.Id, 3), (dune.Id, null)];
        Assert.Equal(expected, Places(streak));
        Assert.Equal(expected, Places(points));
        Assert.Equal((4, 4), (streak.Total, points.Total));
        Assert.Equal([2, 2, 1, 2], streak.Rows.Select(row => row.Streak));
        Assert.Equal([200, 200, 100, 200], points.Rows.Select(row => row.Points!.Value));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task SmallTeams_DuringTheDay_KeepThePointsAndTheOrderOfTheMorning()
    {
        var people = await Work.HireAllAsync("a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3", "c4", "c5");
        var spring = await Work.StartChallengeAsync(people[0]);
        var amber = await spring.AddTeamAsync("Amber", people[..3]);
        var blue = await spring.AddTeamAsync("Blue", people[3..6]);
        var coral = await spring.AddTeamAsync("Coral", people[6..]);
        await Work.CheckInOnAsync([March(2)], people);
        await Work.CheckInOnAsync([March(3)], [people[0], people[6]]);

        string[] small = [.. new[] { amber.Id, blue.Id }.Order(StringComparer.Ordinal)];
        Assert.Equal([(coral.Id, 1, 120), (small[0], 2, 100), (small[1], 2, 100)], await PointsAsync());
        Work.GoTo(March(4), "00:00");
        Assert.Equal([(amber.Id, 1, 133), (coral.Id, 2, 120), (blue.Id, 3, 100)], await PointsAsync());

        async Task<IEnumerable<(string Id, int? Rank, long? Points)>> PointsAsync() =>
            (await spring.BoardAsync(BoardKind.TeamPoints)).Rows.Select(row => (row.Id, row.Rank, row.Points));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task PersonBoards_OfOthers_HaveThePercentAlone()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        await people[1].JoinAsync(spring);
        await Work.CheckInOnAsync([March(2)], people);
        await Work.CheckInOnAsync([March(3)], people[0]);
        Work.GoTo(March(4), "13:00");

        foreach (var kind in new[] { BoardKind.PersonStreak, BoardKind.PersonConsistency })
        {
            var board = await spring.BoardAsync(kind, people[0]);
            Assert.All([.. board.Rows, .. board.Own!.Around], row => Assert.Equal((null, null, null), (row.Done, row.Due, row.Pending)));
            Assert.Equal([("ana", 100), ("ben", 50)], board.Rows.OrderBy(row => row.Id).Select(row => (row.Id, row.Percent!.Value)));
            Assert.Equal((100, 2, 3, 1), (board.Own.Row.Percent, board.Own.Row.Done, board.Own.Row.Due, board.Own.Row.Pending));
        }
    }

    [Fact]
    public async Task People_ShareARankAndTheNextIsSkipped()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia");
        var spring = await Work.StartChallengeAsync(people[0]);
        foreach (var person in people)
        {
            await person.JoinAsync(spring);
        }

        await Work.CheckInOnAsync([March(2)], people[3], people[1], people[2]);
        await Work.CheckInOnAsync([March(3)], people[3]);

        var board = await spring.BoardAsync(BoardKind.PersonStreak);

        Assert.Equal([("dia", 1), ("ben", 2), ("cem", 2), ("ana", 4)], Places(board));
        Assert.All((await spring.BoardAsync(BoardKind.PersonConsistency)).Rows, row => Assert.Null(row.Rank));
    }

    [Fact]
    public async Task Consistency_RanksFromFiveSettledDueDaysOn_FairToPartTime()
    {
        var people = await Work.HireAllAsync("full", "part");
        var spring = await Work.StartChallengeAsync(people[0], startsOn: March(9));
        await people[1].JoinAsync(spring);
        await people[1].WorkOnAsync("Mon", "Wed");
        DateOnly[] partTime = [March(9), March(11), March(16), March(18), March(23)];
        var fullTime = Enumerable.Range(9, 15).Select(March).Where(IsWorkDay).Except([March(17)]);
        foreach (var date in Enumerable.Range(9, 15).Select(March))
        {
            await Work.CheckInOnAsync([date], [.. people.Where(person => (person.Id == "part" ? partTime : fullTime).Contains(date))]);
        }

        var board = await spring.BoardAsync(BoardKind.PersonConsistency, people[0]);

        Assert.Equal([("part", 1, 100), ("full", 2, 90)], board.Rows.Select(row => (row.Id, row.Rank!.Value, row.Percent!.Value)));
        Assert.Equal((10, 11, 0), (board.Own!.Row.Done, board.Own.Row.Due, board.Own.Row.Pending));
    }

    [Fact]
    public async Task SmallTeam_ShowsOnlyTheNumberDone()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        var spring = await Work.StartChallengeAsync(people[0]);
        var blue = await spring.AddTeamAsync("Blue", people[..4]);
        await Work.CheckInOnAsync([March(2)], people);

        Assert.Equal((4, null), await TodayAsync());
        await people[4].JoinAsync(spring, blue);
        Assert.Equal((5, 0), await TodayAsync());

        async Task<(int Done, int? Needed)> TodayAsync()
        {
            var today = (await spring.TeamAsync(blue)).Today;
            Assert.Equal(today, (await spring.RowAsync(BoardKind.TeamStreak, blue.Id)).Today);
            Assert.Equal(today, (await people[0].TodayInAsync(spring)).Team!.Today);
            return (today.Done, today.Needed);
        }
    }

    [Fact]
    public async Task WhoDidNotOptIn_IsRankedButNotListed()
    {
        var ana = await Work.HireAsync("ana");
        var ben = await Work.HireAsync("ben", showName: false);
        var cem = await Work.HireAsync("cem");
        var spring = await Work.StartChallengeAsync(ana);
        await ben.JoinAsync(spring);
        await cem.JoinAsync(spring);
        await Work.CheckInOnAsync([March(2)], ana, ben);
        await Work.CheckInOnAsync([March(3)], ana);

        var board = await spring.BoardAsync(BoardKind.PersonStreak, ben);

        Assert.Equal([("ana", 1), ("cem", 3)], Places(board));
        Assert.Equal(3, board.Total);
        Assert.Equal(("ben", 2, 1), (board.Own!.Row.Id, board.Own.Row.Rank, board.Own.Row.Streak));
        Assert.Equal(["ana", "cem"], board.Own.Around.Select(row => row.Id));
    }

    [Fact]
    public async Task OwnRow_HasTheFiveListedOnesAboveAndBelow()
    {
        var names = Enumerable.Range(0, 14).Select(number => $"p{number:00}").ToArray();
        var people = new List<Colleague>();
        foreach (var name in names)
        {
            people.Add(await Work.HireAsync(name, showName: name != "p05"));
        }

        var spring = await Work.StartChallengeAsync(people[0]);
        foreach (var person in people)
        {
            await person.JoinAsync(spring);
        }

        var board = await spring.BoardAsync(BoardKind.PersonStreak, people[7], top: 3);

        Assert.Equal(["p00", "p01", "p02"], board.Rows.Select(row => row.Id));
        Assert.Equal(("p07", 1), (board.Own!.Row.Id, board.Own.Row.Rank));
        Assert.Equal(["p01", "p02", "p03", "p04", "p06", "p08", "p09", "p10", "p11", "p12"], board.Own.Around.Select(row => row.Id));
    }

    [Fact]
    public async Task OwnRow_OfATeamBoard_IsTheTeamsRow()
    {
        var people = await Work.HireAllAsync("ana", "ben");
        var spring = await Work.StartChallengeAsync(people[0]);
        await people[1].JoinAsync(spring);
        var blue = await spring.AddTeamAsync("Blue", people[0]);
        var red = await spring.AddTeamAsync("Red");

        var ofMember = await spring.BoardAsync(BoardKind.TeamStreak, people[0]);
        var ofTeamless = await spring.BoardAsync(BoardKind.TeamStreak, people[1]);

        Assert.Equal(blue.Id, ofMember.Own!.Row.Id);
        Assert.Equal([red.Id], ofMember.Own.Around.Select(row => row.Id));
        Assert.Null(ofTeamless.Own);
    }

    [Fact]
    public async Task StartOfDayRank_IsTheRankBeforeToday_WhoeverLooksFirst()
    {
        var people = await Work.HireAllAsync("ana", "ben", "cem");
        var spring = await Work.StartChallengeAsync(people[0]);
        foreach (var person in people)
        {
            await person.JoinAsync(spring);
        }

        await Work.CheckInOnAsync([March(2)], people);
        await Work.CheckInOnAsync([March(3)], people[1]);

        // Nobody has looked since the day began.
        Assert.Equal([("ben", 1, 1), ("ana", 2, 1), ("cem", 2, 1)], await RanksAsync());

        Work.GoTo(March(4), "00:00");
        Assert.Equal([("ben", 1, 1), ("ana", 2, 2), ("cem", 2, 2)], await RanksAsync());

        await Work.CheckInOnAsync([March(4)], people[0]);
        Work.GoTo(March(4), "13:00");
        Assert.Equal([("ana", 1, 2), ("ben", 1, 1), ("cem", 3, 2)], await RanksAsync());

        async Task<IEnumerable<(string Id, int? Rank, int? StartOfDayRank)>> RanksAsync() =>
            (await spring.BoardAsync(BoardKind.PersonStreak)).Rows.Select(row => (row.Id, row.Rank, row.StartOfDayRank));
    }

    [Fact]
    public async Task StartOfDayRank_OfATeam_IsTheRankBeforeToday()
    {
        var people = await Work.HireAllAsync("a1", "a2", "a3", "b1", "b2", "b3");
        var spring = await Work.StartChallengeAsync(people[0]);
        var amber = await spring.AddTeamAsync("Amber", people[..3]);
        var blue = await spring.AddTeamAsync("Blue", people[3..]);
        await Work.CheckInOnAsync([March(2)], people);

        Assert.All((await spring.BoardAsync(BoardKind.TeamStreak)).Rows, row => Assert.Equal((1, null), (row.Rank, row.StartOfDayRank)));

        await Work.CheckInOnAsync([March(3)], people[3..]);
        var rows = (await spring.BoardAsync(BoardKind.TeamStreak)).Rows;

        Assert.Equal([(blue.Id, 1, 1), (amber.Id, 2, 1)], rows.Select(row => (row.Id, row.Rank!.Value, row.StartOfDayRank!.Value)));
    }

    [Fact]
    public async Task Board_OfAnUnknownChallenge_IsEmpty()
    {
        var board = await new TestChallenge(Work, new Colleague(Work, "nobody"), "nowhere", "").BoardAsync(BoardKind.PersonStreak);

        Assert.Equal((0, true), (board.Total, board.Rows.IsEmpty));
    }

    [Fact]
    public async Task NewName_ReachesTheBoards()
    {
        var ana = await Work.HireAsync("ana");
        var spring = await Work.StartChallengeAsync(ana);
        await spring.BoardAsync(BoardKind.PersonStreak);

        await Work.RenameAsync(ana, "Ana Anders", showName: true);
        Assert.Equal("Ana Anders", (await spring.RowAsync(BoardKind.PersonStreak, "ana")).Name);

        await Work.RenameAsync(ana, "Ana Anders", showName: false);
        Assert.Empty((await spring.BoardAsync(BoardKind.PersonStreak)).Rows);
    }

    private static bool IsWorkDay(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static IEnumerable<(string Id, int? Rank)> Places(BoardSnapshot board) => board.Rows.Select(row => (row.Id, row.Rank));

    public sealed class OnSqlite(GrainFixture fixture) : BoardTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : BoardTests(postgreSql);
}
