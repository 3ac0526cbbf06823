using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Grains.Standings;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Standings;

/// <summary>What is published of boards of people: after any changes, whoever applied them has the rows, order and ranks of the board.</summary>
public sealed class PublishedBoardTests
{
    /// <summary>So few rows and so many ties that people come into the list and leave it within a tie.</summary>
    private const int Top = 4;

    private static readonly ChallengeCalendar Challenge = new(
        new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 26), TimeZones.Find("Europe/Berlin"), WorkDays.MondayToFriday, []);

    private static readonly ZoneTimeline Berlin = ZoneTimeline.Fixed(Challenge.Zone);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Publish_AfterAnyChanges_AddsUpToTheBoard(int seed)
    {
        var random = new Random(seed);
        var board = random.Next(2) == 0 ? BoardKind.PersonStreak : BoardKind.PersonConsistency;
        var people = new PeopleBoards(Challenge);
        var published = new PublishedBoard("c", board, version: 17);
        var now = Berlin.StartOf(Challenge.Start).AddHours(9);
        WatchedBoard? watched = null;
        for (var round = 0; round < 60; round++)
        {
            for (var changes = random.Next(4); changes > 0; changes--)
            {
                people.Put(AnyPerson(random, now));
            }

            now += random.Next(3) == 0 ? TimeSpan.FromHours(random.Next(30)) : TimeSpan.Zero;
            people.Refresh(now, Challenge.EndOfYesterday(now));
            var change = published.Publish(BoardState.Of(people, board, Top, Challenge.EndOfYesterday(now)));
            watched ??= new WatchedBoard(Snapshot(published, board));
            if (change is not null && change.Version > watched.Version)
            {
                watched.Apply(change);
            }

            AssertSame(people, board, watched);
        }
    }

    [Fact]
    public void Publish_RankOfTheMorningChangesWithinADay_SendsTheRowOnTheNext()
    {
        var people = new PeopleBoards(Challenge);
        var published = new PublishedBoard("c", BoardKind.PersonStreak, version: 1);
        var tuesday = Berlin.StartOf(Challenge.Start.AddDays(1)).AddHours(9);
        people.Put(PersonNamed("ana", [], isListed: true));
        people.Put(PersonNamed("ben", [], isListed: true));
        PublishAt(tuesday);

        // Ben reports Monday, so Ana was second this morning.
        people.Put(PersonNamed("ben", [Challenge.Start], isListed: true));

        Assert.Equal([("ben", BoardRow.KnownRank)], PublishAt(tuesday)!.Rows.Select(row => (row.Id, row.StartOfDayRank!.Value)));
        Assert.Contains(("ana", 2), PublishAt(tuesday.AddDays(1))!.Rows.Select(row => (row.Id, row.StartOfDayRank!.Value)));

        StandingsChange? PublishAt(DateTimeOffset now)
        {
            people.Refresh(now, Challenge.EndOfYesterday(now));
            return published.Publish(BoardState.Of(people, BoardKind.PersonStreak, 100, Challenge.EndOfYesterday(now)));
        }
    }

    [Fact]
    public void PublishOwn_OnlyTheRankChanged_IsNone()
    {
        var published = new PublishedBoard("c", BoardKind.PersonStreak, version: 1);
        published.Publish(BoardState.Empty with { Total = 1 });
        var row = new BoardRow("ana", "Ana", 3, 1, 1) { Percent = 100, Done = 1, Due = 1, Pending = 0 };

        Assert.Null(published.PublishOwn("ana", row, row with { Rank = 4, StartOfDayRank = 2 }));
        Assert.Equal((row with { Due = 2 }, 2), (published.PublishOwn("ana", row, row with { Due = 2 })!.Row, published.Version));
        Assert.NotNull(published.PublishOwn("ana", null, row));
        Assert.NotNull(published.PublishOwn("ana", row with { Rank = null }, row));
    }

    [Fact]
    public void PublishOwn_RankOfATeam_IsSentToTheTeamsBehindTheListAlone()
    {
        var published = new PublishedBoard("c", BoardKind.TeamStreak, version: 1);
        var (first, last) = (new BoardRow("blue", "Blue", 1, 2, 2), new BoardRow("red", "Red", 101, 1, 1));
        published.Publish(BoardState.Empty with { Rows = [first], Total = 2 });

        Assert.Null(published.PublishOwn("ana", first with { Rank = 2 }, first));
        Assert.NotNull(published.PublishOwn("ben", last with { Rank = 100 }, last));
    }

    private static void AssertSame(PeopleBoards people, BoardKind board, WatchedBoard watched)
    {
        var amongListed = people.HasFewUnlisted;
        Assert.Equal(people.Total, watched.Total);
        Assert.Equal(
            people.Top(board, Top, amongListed).Select(row => row.ToView() with { StartOfDayRank = null }),
            watched.Rows.Select(row => row with { StartOfDayRank = null }));
        foreach (var id in Ids)
        {
            var own = people.Own(board, id, amongListed)?.ToOwnView();
            Assert.Equal(own?.Rank, own is null ? null : watched.RankOf(own));
            Assert.True(amongListed || own?.Rank == people.Own(board, id)?.Rank);
        }
    }

    private static IEnumerable<string> Ids => Enumerable.Range(0, 14).Select(number => $"p{number:00}");

    private static BoardSnapshot Snapshot(PublishedBoard published, BoardKind board) =>
        new("c", board, published.Version, published.State.Total, published.State.Rows, null) { Scores = published.Scores };

    private static BoardPerson AnyPerson(Random random, DateTimeOffset now)
    {
        var days = Challenge.Dates.Where(date => Berlin.StartOf(date) <= now && random.Next(4) > 0);
        return PersonNamed(Ids.ElementAt(random.Next(14)), days, random.Next(2) == 0) with
        {
            Name = $"name {random.Next(2)}",
            IsAway = random.Next(6) == 0,
        };
    }

    private static BoardPerson PersonNamed(string id, IEnumerable<DateOnly> done, bool isListed) => new(
        new UserId(id), id, isListed, IsAway: false, PersonCalendar.For(Challenge, Berlin), new DayLedger([.. done], []).In(Challenge, 0), []);
}
