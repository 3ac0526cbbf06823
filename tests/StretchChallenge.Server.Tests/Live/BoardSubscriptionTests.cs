using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Server.Live;

namespace StretchChallenge.Server.Tests.Live;

/// <summary>What a server notices at a renewal of what it was not sent: nobody waits for a message between nodes.</summary>
public sealed class BoardSubscriptionTests
{
    private const BoardKind Board = BoardKind.PersonStreak;

    private readonly VersionedStandings _standings;
    private readonly BoardSubscription _watched;

    public BoardSubscriptionTests()
    {
        (var grain, _standings) = VersionedStandings.Create();
        _watched = new BoardSubscription("c", grain, new Deaf());
    }

    [Fact]
    public async Task Renew_AllWasSent_MissesNothing()
    {
        await WatchAtAsync(5);
        _standings.Version = 6;
        _watched.Sent(Board, 6);

        Assert.Empty(await _watched.RenewAsync());
    }

    [Fact]
    public async Task Renew_OneVersionAhead_WaitsForItsMessage()
    {
        await WatchAtAsync(5);
        _standings.Version = 6;

        Assert.Empty(await _watched.RenewAsync());
        _watched.Sent(Board, 6);
        Assert.Empty(await _watched.RenewAsync());
    }

    [Fact]
    public async Task Renew_LastMessageNeverCame_IsAGapForWhoeverWatches()
    {
        await WatchAtAsync(5);
        _standings.Version = 6;
        await _watched.RenewAsync();

        AssertIsGapFrom(6, await _watched.RenewAsync());
    }

    [Fact]
    public async Task Renew_SeveralMessagesNeverCame_IsAGapAtOnce()
    {
        await WatchAtAsync(5);
        _standings.Version = 8;

        AssertIsGapFrom(8, await _watched.RenewAsync());
    }

    [Fact]
    public async Task Renew_AfterAGap_TellsItOnce()
    {
        await WatchAtAsync(5);
        _standings.Version = 8;
        await _watched.RenewAsync();

        Assert.Empty(await _watched.RenewAsync());
    }

    [Fact]
    public async Task Renew_NobodyWatches_AsksNothing()
    {
        Assert.Empty(await _watched.RenewAsync());

        Assert.Empty(_standings.Calls);
    }

    [Fact]
    public async Task Add_OneMoreWatcher_TellsTheGrainOfThatOneAlone()
    {
        await _watched.AddAsync(WatchOf("anna"));
        await _watched.AddAsync(WatchOf("ben"));
        await _watched.AddAsync(WatchOf("ben"));
        await _watched.RemoveAsync(WatchOf("ben"));
        await _watched.RemoveAsync(WatchOf("anna"));
        await _watched.RenewAsync();

        Assert.Equal(["WatchAsync anna", "WatchAsync ben", "UnwatchAsync anna", "RenewAsync"], _standings.Calls);
    }

    [Fact]
    public async Task Renew_GrainLostTheLease_WatchesAllAnew()
    {
        await WatchAtAsync(5);
        await _watched.AddAsync(WatchOf("ben"));
        _standings.Watches.Clear();
        _standings.Version = 900;

        AssertIsGapFrom(900, await _watched.RenewAsync());

        Assert.Equal("WatchAsync anna ben", _standings.Calls[^1]);
        Assert.Equal(2, _standings.Watches.Count);
    }

    [Fact]
    public async Task Add_GrainLostTheLease_WatchesAllAnewAtOnce()
    {
        await WatchAtAsync(5);
        _standings.Watches.Clear();

        await _watched.AddAsync(WatchOf("ben"));

        Assert.Equal(["WatchAsync anna", "WatchAsync ben", "WatchAsync anna ben"], _standings.Calls);
    }

    [Fact]
    public async Task Renew_AfterCallsThatFailed_WatchesAllAnew()
    {
        await WatchAtAsync(5);
        await _watched.AddAsync(WatchOf("ben"));
        _standings.IsIll = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _watched.AddAsync(WatchOf("cem")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _watched.RemoveAsync(WatchOf("anna")));
        _standings.IsIll = false;

        Assert.Empty(await _watched.RenewAsync());

        Assert.Equal(["ben", "cem"], _standings.Watches.Select(watch => watch.UserId).Order());
    }

    [Fact]
    public async Task Add_BoardThatNobodyHereWatchedForAWhile_MissesNothing()
    {
        await WatchAtAsync(5);
        await _watched.RemoveAsync(WatchOf("anna"));
        await WatchAtAsync(9);

        Assert.Empty(await _watched.RenewAsync());
    }

    private Task WatchAtAsync(long version)
    {
        _standings.Version = version;
        return _watched.AddAsync(WatchOf("anna"));
    }

    private static PersonalWatch WatchOf(string userId) => new(new BoardKey("c", Board), userId);

    // Whoever was sent this version or one less has to see that something is missing.
    private static void AssertIsGapFrom(long version, ImmutableArray<StandingsChange> missed)
    {
        var change = Assert.Single(missed);
        Assert.Equal(Board, change.Board);
        Assert.True(change.Version > version + 1);
        Assert.Empty(change.Rows);
    }

    private sealed class Deaf : IStandingsObserver
    {
        public Task StandingsChangedAsync(StandingsBatch news) => Task.CompletedTask;
    }
}
