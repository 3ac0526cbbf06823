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

        Assert.Equal(0, _standings.Asked);
    }

    private Task WatchAtAsync(long version)
    {
        _standings.Version = version;
        return _watched.AddAsync(new PersonalWatch(new BoardKey("c", Board), "anna"));
    }

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
