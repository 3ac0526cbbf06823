using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Standings;

/// <summary>Watching a board: the snapshot, and the changes that follow it.</summary>
public sealed class LiveTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private static readonly TimeSpan Interval = StandingsGrain.Coalescing;

    private TestChallenge? _spring;
    private TestTeam? _blue;
    private Colleague[] _people = [];

    private TestChallenge Spring => _spring!;

    private TestTeam Blue => _blue!;

    private Colleague Ana => _people[0];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben", "cem", "dia", "eli");
        _spring = await Work.StartChallengeAsync(Ana);
        _blue = await Spring.AddTeamAsync("Blue", _people);
        await Work.SettleAsync();
    }

    [Fact]
    public async Task Watch_StartsFromASnapshotOfTheBoard()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);

        var snapshot = watch.Snapshot!;
        Assert.Equal((Spring.Id, BoardKind.PersonStreak, 5), (snapshot.ChallengeId, snapshot.Board, snapshot.Total));
        Assert.Equal(["ana", "ben", "cem", "dia", "eli"], snapshot.Rows.Select(row => row.Id));
        Assert.Equal("ana", snapshot.Own!.Row.Id);
        Assert.NotEmpty(snapshot.Epoch!);
        Assert.Equal([new ScoreCount(0, 0, 5)], snapshot.Scores!);
        Assert.Empty(watch.News);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Snapshot_OfABoardThatNobodyWatches_IsThatOfNow()
    {
        await Spring.WatchAsync(BoardKind.TeamStreak);
        await Ana.CheckInAsync();

        var snapshot = await Spring.Standings.GetPublishedAsync(BoardKind.PersonStreak, null);

        Assert.Equal(("ana", 1), (snapshot.Rows[0].Id, snapshot.Rows[0].Streak));
        Assert.Equal(5, snapshot.Total);
    }

    [Fact]
    public async Task Change_EverybodyTied_CarriesTheRowOfTheScoreThatChanged_WithoutRanks()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await _people[3].CheckInAsync();

        await watch.PassAsync(Interval);

        var change = Assert.Single(watch.News);
        Assert.Equal((watch.Snapshot!.Version + 1, 5), (change.Version, change.Total));
        var row = Assert.Single(change.Rows);
        Assert.Equal(("dia", 1, BoardRow.KnownRank), (row.Id, row.Streak, row.Rank));
        Assert.Equal([new ScoreCount(1, 1, 1), new ScoreCount(0, 0, 4)], change.Scores!.Value.OrderByDescending(score => score.First));
        Assert.Empty(change.Removed);
        Assert.Equal([("dia", 1), ("ana", 2), ("ben", 2), ("cem", 2), ("eli", 2)], watch.Board().Rows.Select(row => (row.Id, row.Rank!.Value)));
    }

    [Fact]
    public async Task Change_OfTeams_CarriesTheirRanks()
    {
        var red = await Spring.AddTeamAsync("Red");
        var watch = await Spring.WatchAsync(BoardKind.TeamStreak);
        await Work.CheckInOnAsync([March(2)], _people[..3]);

        await watch.PassAsync(Interval);

        var change = Assert.Single(watch.News);
        Assert.Equal((Blue.Id, 1), (Assert.Single(change.Rows).Id, change.Rows[0].Rank));
        Assert.Null(change.Scores);
        Assert.Null(watch.Snapshot!.Scores);
        Assert.Equal(red.Id, watch.Board().Rows[^1].Id);
    }

    [Fact]
    public async Task Scores_WhileFewAreUnlisted_CountTheListedAlone()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        for (var number = 0; number < PeopleBoards.MinUnlisted; number++)
        {
            var person = await Work.HireAsync($"x{number}", showName: false);
            await person.JoinAsync(Spring);
            await person.CheckInAsync();
            await watch.PassAsync(Interval);

            var expected = number < 4 ? 5 : 10;
            Assert.Equal((6 + number, expected), (watch.Board().Total, watch.Board().Scores.Values.Sum()));
            Assert.All(watch.Board().Rows, row => Assert.Equal(expected - 4, row.Rank));
            await watch.AssertUpToDateAsync();
        }
    }

    [Fact]
    public async Task Changes_AddUpToTheBoard()
    {
        var people = await Spring.WatchAsync(BoardKind.PersonStreak);
        var teams = await Spring.WatchAsync(BoardKind.TeamPoints);
        foreach (var person in _people)
        {
            await person.CheckInAsync();
            await people.PassAsync(TimeSpan.FromMilliseconds(90));
        }

        await Ana.UndoAsync(March(2));
        await people.PassAsync(Interval);

        await people.AssertUpToDateAsync();
        await teams.AssertUpToDateAsync();
    }

    [Fact]
    public async Task Change_ThatIsUndoneBeforeItIsPublished_IsNone()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await Ana.CheckInAsync();
        await Ana.UndoAsync(March(2));

        await watch.PassAsync(Interval);

        Assert.Empty(watch.News);
    }

    [Fact]
    public async Task Changes_AreAtLeastAnIntervalApart()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        var step = TimeSpan.FromMilliseconds(10);

        for (var elapsed = TimeSpan.Zero; elapsed < TimeSpan.FromSeconds(2); elapsed += step)
        {
            if ((await Ana.TodayAsync()).Done)
            {
                await Ana.UndoAsync(March(2));
            }

            await Ana.CheckInAtOnceAsync();
            await _people[1].CheckInAtOnceAsync();
            await _people[1].UndoAsync(March(2));
            await Ana.UndoAsync(March(2));
            await ((int)(elapsed / (Interval + step)) % 2 == 0 ? Ana : _people[1]).CheckInAtOnceAsync();
            await watch.PassAsync(step);
        }

        var instants = watch.Changes.Select(received => received.At).ToArray();
        Assert.InRange(instants.Length, 5, 7);
        Assert.All(instants.Zip(instants.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Interval));
        await watch.PassAsync(Interval);
        await watch.AssertUpToDateAsync();
    }

    [Fact]
    public async Task FirstChangeAfterAPause_ComesAtOnce()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await watch.PassAsync(TimeSpan.FromSeconds(10));
        await Ana.CheckInAsync();

        await watch.PassAsync(TimeSpan.Zero);

        Assert.Single(watch.News);
    }

    [Fact]
    public async Task WhoLeaves_IsRemoved()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await _people[2].LeaveAsync(Spring);

        await watch.PassAsync(Interval);

        var change = Assert.Single(watch.News);
        Assert.Equal((4, "cem"), (change.Total, Assert.Single(change.Removed)));
        Assert.Empty(change.Rows);
    }

    [Fact]
    public async Task WhoNoLongerShowsTheirName_IsRemovedFromTheRowsButCounts()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await Work.RenameAsync(_people[2], "cem", showName: false);

        // Nobody tells the board: it looks into the feed every two seconds.
        await watch.PassAsync(TimeSpan.FromSeconds(2));
        await watch.PassAsync(Interval);

        var change = Assert.Single(watch.News);
        Assert.Equal((5, "cem"), (change.Total, Assert.Single(change.Removed)));
    }

    [Fact]
    public async Task NewTeam_IsARowOfItsOwn()
    {
        var watch = await Spring.WatchAsync(BoardKind.TeamStreak);
        var red = await Spring.AddTeamAsync("Red");

        await watch.PassAsync(Interval);

        var change = Assert.Single(watch.News);
        Assert.Equal((2, red.Id), (change.Total, Assert.Single(change.Rows).Id));
    }

    [Fact]
    public async Task Midnight_ChangesTheBoardsByItself()
    {
        await Work.CheckInOnAsync([March(2)], _people);
        Work.GoTo(March(2), "23:59");
        var people = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        var teams = await Spring.WatchAsync(BoardKind.TeamStreak);

        await people.PassAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(people.Own);
        await people.PassAsync(TimeSpan.FromSeconds(1));

        var own = Assert.Single(people.Own).Row;
        Assert.Equal((1, 2, 1), (own.Done, own.Due, own.Pending));
        Assert.Empty(people.News);
        Assert.Equal((0, 4), Today(Assert.Single(teams.News).Rows.Single()));

        static (int, int?) Today(BoardRow row) => (row.Today!.Done, row.Today.Needed);
    }

    [Fact]
    public async Task Noon_ChangesTheBoardsByItself()
    {
        await Work.CheckInOnAsync([March(2)], _people);
        await Work.CheckInOnAsync([March(3)], Ana);
        Work.GoTo(March(4), "11:59");
        var people = await Spring.WatchAsync(BoardKind.PersonStreak);
        var teams = await Spring.WatchAsync(BoardKind.TeamStreak);
        Assert.Equal(1, teams.Snapshot!.Rows.Single().Streak);

        await people.PassAsync(TimeSpan.FromMinutes(1) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(people.News.Concat(teams.News));
        await people.PassAsync(TimeSpan.FromMilliseconds(1));

        Assert.Equal(["ben", "cem", "dia", "eli"], Assert.Single(people.News).Rows.Select(row => row.Id).Order());
        Assert.All(people.News[0].Rows, row => Assert.Equal(50, row.Percent));
        Assert.Equal(0, Assert.Single(teams.News).Rows.Single().Streak);
    }

    [Fact]
    public async Task Midnight_OfAPersonElsewhere_IsTheirOwn()
    {
        var kiri = await Work.HireAsync("kiri", "Pacific/Auckland");
        await kiri.JoinAsync(Spring);
        var midnight = new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.FromHours(13));
        Work.Clock.SetUtcNow(midnight.AddMinutes(-1));
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana, kiri);

        await watch.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("kiri", 2), (Assert.Single(watch.Own).UserId, watch.Own[0].Row.Due));
    }

    [Fact]
    public async Task OwnRow_IsSentOnItsOwnChangeToItsOwnerAlone()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana, _people[1]);
        await Ana.CheckInAsync();

        await watch.PassAsync(Interval);

        // The rank of the others changed, and nothing else of their rows.
        var toAna = Assert.Single(watch.Own);
        Assert.Equal(("ana", watch.News[^1].Version), (toAna.UserId, toAna.Version));
        Assert.Equal(("ana", 1, 1, 1), (toAna.Row.Id, toAna.Row.Streak, toAna.Row.Done, toAna.Row.Due));
    }

    [Fact]
    public async Task Around_IsTheOwnRowAndItsNeighboursOfNow()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana, _people[1]);
        await Ana.CheckInAsync();
        await watch.PassAsync(Interval);

        var around = await Spring.Standings.GetAroundAsync(BoardKind.PersonStreak, "ben");

        Assert.Equal(("ben", 2), (around!.Row.Id, around.Row.Rank));
        Assert.Equal(["ana", "cem", "dia", "eli"], around.Around.Select(row => row.Id));
        Assert.Null(await Spring.Standings.GetAroundAsync(BoardKind.PersonStreak, "nobody"));
    }

    [Fact]
    public async Task OwnRow_WhileAnotherBeginsToWatch_IsSentToNobody()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        await Spring.WatchAsync(BoardKind.PersonStreak, Ana, _people[1]);

        await watch.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Empty(watch.Own);
    }

    [Fact]
    public async Task OwnRow_ThatDidNotChange_IsNotSentAgain()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        await Ana.CheckInAsync();
        await watch.PassAsync(Interval);

        await watch.RenewAsync();
        await watch.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Single(watch.Own);
    }

    [Fact]
    public async Task OwnRow_SecondScreenLooksBeforeItIsPublished_FirstScreenStillGetsIt()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        await watch.PassAsync(Interval);
        await watch.LookAsync();
        await Ana.CheckInAsync();
        await Spring.BoardAsync(BoardKind.PersonStreak);

        await watch.LookAsync();
        await watch.PassAsync(Interval);

        Assert.Equal(1, Assert.Single(watch.Own).Row.Streak);
    }

    [Fact]
    public async Task OwnRow_OfWhoJoinsATeamWhileWatching_Comes()
    {
        var finn = await Work.HireAsync("finn");
        await finn.JoinAsync(Spring);
        var watch = await Spring.WatchAsync(BoardKind.TeamStreak, finn);
        Assert.Null(watch.Snapshot!.Own);
        await finn.JoinAsync(Spring, Blue);

        await watch.PassAsync(Interval);

        Assert.Equal(Blue.Id, Assert.Single(watch.Own).Row.Id);
    }

    [Fact]
    public async Task Lease_NotRenewed_Ends()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        await watch.PassAsync(TimeSpan.FromSeconds(89));
        await Ana.CheckInAsync();
        await watch.PassAsync(Interval);
        Assert.Single(watch.News);

        await watch.PassAsync(TimeSpan.FromSeconds(2));
        await _people[1].CheckInAsync();
        await watch.PassAsync(Interval);

        Assert.Single(watch.News);
        Assert.Equal("ana", Assert.Single(watch.Own).UserId);
    }

    [Fact]
    public async Task Lease_Renewed_GoesOnWithoutAGap()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        for (var minute = 0; minute < 5; minute++)
        {
            await watch.PassAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(watch.Snapshot!.Version + watch.News.Count, await watch.RenewAsync());
        }

        await Ana.CheckInAsync();
        await watch.PassAsync(Interval);

        Assert.Equal(watch.Snapshot!.Version + 1, Assert.Single(watch.News).Version);
    }

    [Fact]
    public async Task Lease_LostAndTakenAgain_LeavesAGap()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        var before = watch.Snapshot!.Version;
        await watch.PassAsync(TimeSpan.FromSeconds(91));
        await Ana.CheckInAsync();
        await watch.PassAsync(Interval);

        Assert.Null(await watch.RenewAsync());
        await watch.WatchAsync();

        Assert.True(await watch.RenewAsync() > before);
        Assert.Empty(watch.News);
        await watch.LookAsync();
        await watch.AssertUpToDateAsync();
    }

    [Fact]
    public async Task Unwatch_EndsTheMessages()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        await watch.StopAsync();
        await Ana.CheckInAsync();

        await watch.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Empty(watch.News);
        Assert.Empty(watch.Own);
    }

    [Fact]
    public async Task SecondServer_GetsTheSameChanges()
    {
        var first = await Spring.WatchAsync(BoardKind.PersonStreak);
        var second = await Spring.WatchAsync(BoardKind.PersonStreak);
        await Ana.CheckInAsync();

        await first.PassAsync(Interval);

        // That the second began to watch is no gap for the first.
        Assert.Equal(first.Snapshot!.Version + 1, Assert.Single(first.News).Version);
        Assert.Equal(first.News[0].Version, Assert.Single(second.News).Version);
        await first.AssertUpToDateAsync();
        await second.AssertUpToDateAsync();
    }

    [Fact]
    public async Task NewActivation_HasAnotherEpochAndStartsAtAHigherVersion()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await Ana.CheckInAsync();
        await watch.PassAsync(Interval);
        var (before, epoch) = (watch.News[^1].Version, watch.Snapshot!.Epoch);

        await Work.DeactivateAsync(Spring.Standings);
        await watch.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Null(await watch.RenewAsync());
        await watch.WatchAsync();

        Assert.True(await watch.RenewAsync() > before + 1);
        await watch.LookAsync();
        Assert.NotEqual(epoch, watch.Snapshot!.Epoch);
        await watch.AssertUpToDateAsync();
    }
}
