using System.Collections.Concurrent;
using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Standings;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>A server that watches a board, and keeps its rows up to date from what it is sent, as clients do.</summary>
internal sealed class BoardListener : IStandingsObserver
{
    private const string LastWord = "that is all";

    private readonly Workplace _work;
    private readonly TestChallenge _challenge;
    private readonly BoardKind _board;
    private readonly ImmutableArray<BoardWatch> _watches;
    private readonly ConcurrentQueue<(DateTimeOffset At, StandingsChange Change)> _changes = new();
    private readonly ConcurrentQueue<OwnRowChange> _own = new();
    private IStandingsObserver? _reference;
    private TaskCompletionSource _heard = new();

    private BoardListener(Workplace work, TestChallenge challenge, BoardKind board, IEnumerable<string> users)
    {
        _work = work;
        _challenge = challenge;
        _board = board;
        // Nobody's watch is that of a wall.
        _watches = [.. users.DefaultIfEmpty("").Select(user => new BoardWatch(board, user))];
    }

    /// <summary>Everything sent to all watchers, with the instant.</summary>
    public IReadOnlyList<(DateTimeOffset At, StandingsChange Change)> Changes => [.. _changes];

    /// <summary>Everything sent to one person alone.</summary>
    public IReadOnlyList<OwnRowChange> Own => [.. _own];

    /// <summary>The snapshot that the watch started from.</summary>
    public BoardSnapshot? Snapshot { get; private set; }

    /// <summary>What was sent after the snapshot.</summary>
    public IReadOnlyList<StandingsChange> News =>
        [.. _changes.Select(received => received.Change).Where(change => change.Version > Snapshot!.Version)];

    public static async Task<BoardListener> StartAsync(
        Workplace work, TestChallenge challenge, BoardKind board, IEnumerable<Colleague> people)
    {
        var listener = new BoardListener(work, challenge, board, people.Select(person => person.Id));
        work.Listeners.Add(listener);
        listener._reference = work.Grains.CreateObjectReference<IStandingsObserver>(listener);
        await listener.WatchAsync();
        await listener.LookAsync();
        return listener;
    }

    /// <summary>Begins to watch.</summary>
    public async Task WatchAsync()
    {
        var lease = await _challenge.Standings.WatchAsync(_reference!, _watches, anew: false);
        Assert.Equal(_watches.Length, lease.Watches);
    }

    /// <summary>Renews the lease; answers the board's version, null when the lease was lost.</summary>
    public async Task<long?> RenewAsync() => (await _challenge.Standings.RenewAsync(_reference!)).Versions.SingleOrDefault()?.Version;

    /// <summary>Ends the watches.</summary>
    public Task StopAsync() => _challenge.Standings.UnwatchAsync(_reference!, _watches);

    /// <summary>Takes a snapshot, as somebody does who comes to the page.</summary>
    public async Task LookAsync()
    {
        foreach (var watch in _watches)
        {
            Snapshot = await _challenge.Standings.GetPublishedAsync(_board, watch.UserId.Length == 0 ? null : watch.UserId);
        }

        await HearAsync();
    }

    /// <summary>Lets time pass, and waits for what is sent by then.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        // Hints that were sent are taken before this is answered.
        await _challenge.BoardAsync(BoardKind.PersonStreak, top: 0);
        _work.Clock.Advance(span);
        await _challenge.BoardAsync(BoardKind.PersonStreak, top: 0);
        foreach (var listener in _work.Listeners)
        {
            await listener.HearAsync();
        }
    }

    /// <summary>Waits until all that was sent has been heard: nobody waits for an observer, and it hears in turn.</summary>
    private async Task HearAsync()
    {
        _heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var nothing = new BoardRow("", "", null, 0, 0);
        await _reference!.StandingsChangedAsync(new StandingsBatch([], [new OwnRowChange(LastWord, _challenge.Id, _board, 0, nothing)]));
        await _heard.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>The board as a client has it: the snapshot, and every change since in its turn.</summary>
    public WatchedBoard Board()
    {
        var board = new WatchedBoard(Snapshot!);
        foreach (var change in News)
        {
            board.Apply(change);
        }

        return board;
    }

    /// <summary>Checks that a client has the rows of the board, their order and their ranks.</summary>
    public async Task AssertUpToDateAsync()
    {
        var (board, now) = (Board(), await _challenge.BoardAsync(_board));
        Assert.Equal(now.Total, board.Total);
        if (_board.IsTeamBoard())
        {
            Assert.Equal(now.Rows.Take(StandingsGrain.LiveRows), board.Rows);
            return;
        }

        var fewUnlisted = now.Total - now.Rows.Length < PeopleBoards.MinUnlisted;
        var shown = fewUnlisted ? RankedAmongThemselves(now.Rows) : now.Rows;
        Assert.Equal(shown.Take(StandingsGrain.LiveRows).Select(WithoutMorning), board.Rows.Select(WithoutMorning));

        // The rank of the morning is sent once a day.
        static BoardRow WithoutMorning(BoardRow row) => row with { StartOfDayRank = null };
    }

    // Rows come in order, and those of one rank are tied.
    private static IEnumerable<BoardRow> RankedAmongThemselves(ImmutableArray<BoardRow> rows) => rows.Select(row => row with
    {
        Rank = row.Rank is null ? null : 1 + rows.Count(other => other.Rank < row.Rank),
    });

    Task IStandingsObserver.StandingsChangedAsync(StandingsBatch news)
    {
        foreach (var change in news.Boards)
        {
            _changes.Enqueue((_work.Now, change));
        }

        foreach (var change in news.Own)
        {
            if (change.UserId == LastWord)
            {
                _heard.SetResult();
            }
            else
            {
                _own.Enqueue(change);
            }
        }

        return Task.CompletedTask;
    }
}
