using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Standings;

/// <summary>Watching a board: the snapshot, and the changes that follow it.</summary>
public sealed class LiveTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMilliseconds(250);

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
        Assert.Empty(watch.News);
    }

    [Fact]
    public async Task Change_CarriesTheChangedRowsAndTheNextVersion()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await _people[3].CheckInAsync();

        await watch.PassAsync(Quarter);

        var change = Assert.Single(watch.News);
        Assert.Equal((watch.Snapshot!.Version + 1, 5, null), (change.Version, change.Total, change.Own));
        Assert.Equal(["dia", "ana", "ben", "cem", "eli"], change.Rows.Select(row => row.Id));
        Assert.Equal([1, 2, 2, 2, 2], change.Rows.Select(row => row.Rank!.Value));
        Assert.Empty(change.Removed);
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
        await people.PassAsync(Quarter);

        await AssertUpToDateAsync(people, BoardKind.PersonStreak);
        await AssertUpToDateAsync(teams, BoardKind.TeamPoints);
    }

    [Fact]
    public async Task Change_ThatIsUndoneBeforeItIsPublished_IsNone()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await Ana.CheckInAsync();
        await Ana.UndoAsync(March(2));

        await watch.PassAsync(Quarter);

        Assert.Empty(watch.News);
    }

    [Fact]
    public async Task Changes_AreAtLeastAQuarterOfASecondApart()
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
            await (elapsed.TotalMilliseconds % 100 < 50 ? Ana : _people[1]).CheckInAtOnceAsync();
            await watch.PassAsync(step);
        }

        var instants = watch.Changes.Select(received => received.At).ToArray();
        Assert.InRange(instants.Length, 7, 9);
        Assert.All(instants.Zip(instants.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Quarter));
        await watch.PassAsync(Quarter);
        await AssertUpToDateAsync(watch, BoardKind.PersonStreak);
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

        await watch.PassAsync(Quarter);

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
        await watch.PassAsync(Quarter);

        var change = Assert.Single(watch.News);
        Assert.Equal((5, "cem"), (change.Total, Assert.Single(change.Removed)));
    }

    [Fact]
    public async Task NewTeam_IsARowOfItsOwn()
    {
        var watch = await Spring.WatchAsync(BoardKind.TeamStreak);
        var red = await Spring.AddTeamAsync("Red");

        await watch.PassAsync(Quarter);

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

        var own = Assert.Single(people.Own).Change.Own!.Row;
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

        Assert.Equal(("kiri", 2), (Assert.Single(watch.Own).UserId, watch.Own[0].Change.Own!.Row.Due));
    }

    [Fact]
    public async Task OwnRow_IsSentOnItsOwnChangeToItsOwnerAlone()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana, _people[1]);
        await Ana.CheckInAsync();

        await watch.PassAsync(Quarter);

        var toAna = watch.Own.Single(message => message.UserId == "ana").Change;
        Assert.Equal((watch.News[^1].Version, 5), (toAna.Version, toAna.Total));
        Assert.Equal((true, true), (toAna.Rows.IsEmpty, toAna.Removed.IsEmpty));
        Assert.Equal(("ana", 1), (toAna.Own!.Row.Id, toAna.Own.Row.Streak));
        var toBen = watch.Own.Single(message => message.UserId == "ben").Change;
        Assert.Equal(["ana", "cem", "dia", "eli"], toBen.Own!.Around.Select(row => row.Id));
    }

    [Fact]
    public async Task OwnRow_ThatDidNotChange_IsNotSentAgain()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        await Ana.CheckInAsync();
        await watch.PassAsync(Quarter);

        await watch.RenewAsync();
        await watch.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Single(watch.Own);
    }

    [Fact]
    public async Task OwnRow_SecondScreenLooksBeforeItIsPublished_FirstScreenStillGetsIt()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        await watch.PassAsync(Quarter);
        await watch.LookAsync();
        await Ana.CheckInAsync();
        await Spring.BoardAsync(BoardKind.PersonStreak);

        await watch.LookAsync();
        await watch.PassAsync(Quarter);

        Assert.Equal(1, Assert.Single(watch.Own).Change.Own!.Row.Streak);
    }

    [Fact]
    public async Task OwnRow_OfWhoJoinsATeamWhileWatching_Comes()
    {
        var finn = await Work.HireAsync("finn");
        await finn.JoinAsync(Spring);
        var watch = await Spring.WatchAsync(BoardKind.TeamStreak, finn);
        Assert.Null(watch.Snapshot!.Own);
        await finn.JoinAsync(Spring, Blue);

        await watch.PassAsync(Quarter);

        Assert.Equal(Blue.Id, Assert.Single(watch.Own).Change.Own!.Row.Id);
    }

    [Fact]
    public async Task Lease_NotRenewed_Ends()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak, Ana);
        await watch.PassAsync(TimeSpan.FromSeconds(89));
        await Ana.CheckInAsync();
        await watch.PassAsync(Quarter);
        Assert.Single(watch.News);

        await watch.PassAsync(TimeSpan.FromSeconds(2));
        await _people[1].CheckInAsync();
        await watch.PassAsync(Quarter);

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
        await watch.PassAsync(Quarter);

        Assert.Equal(watch.Snapshot!.Version + 1, Assert.Single(watch.News).Version);
    }

    [Fact]
    public async Task Lease_LostAndTakenAgain_LeavesAGap()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        var before = watch.Snapshot!.Version;
        await watch.PassAsync(TimeSpan.FromSeconds(91));
        await Ana.CheckInAsync();
        await watch.PassAsync(Quarter);

        var version = await watch.RenewAsync();

        Assert.True(version > before + 1);
        Assert.DoesNotContain(watch.News, change => change.Version == before + 1);
        await watch.LookAsync();
        await AssertUpToDateAsync(watch, BoardKind.PersonStreak);
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
        await first.LookAsync();
        await Ana.CheckInAsync();

        await first.PassAsync(Quarter);

        Assert.Equal(Assert.Single(first.News).Version, Assert.Single(second.News).Version);
        await AssertUpToDateAsync(first, BoardKind.PersonStreak);
        await AssertUpToDateAsync(second, BoardKind.PersonStreak);
    }

    [Fact]
    public async Task NewActivation_StartsAtAHigherVersion()
    {
        var watch = await Spring.WatchAsync(BoardKind.PersonStreak);
        await Ana.CheckInAsync();
        await watch.PassAsync(Quarter);
        var before = watch.News[^1].Version;

        await Work.DeactivateAsync(Spring.Standings);
        await watch.PassAsync(TimeSpan.FromSeconds(30));
        var after = await watch.RenewAsync();

        Assert.True(after > before + 1);
        await watch.LookAsync();
        await AssertUpToDateAsync(watch, BoardKind.PersonStreak);
    }

    private async Task AssertUpToDateAsync(BoardListener watch, BoardKind board)
    {
        var now = await Spring.BoardAsync(board, top: 100);
        Assert.Equal(now.Rows.ToImmutableSortedDictionary(row => row.Id, row => row), watch.Rows().ToImmutableSortedDictionary());
    }
}
