using System.Collections.Concurrent;
using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>A server that watches a board, and keeps its rows up to date from what it is sent, as clients do.</summary>
internal sealed class BoardListener : IStandingsObserver
{
    private const string LastWord = "that is all";

    private readonly Workplace _work;
    private readonly TestChallenge _challenge;
    private readonly BoardKind _board;
    private readonly ImmutableArray<string> _users;
    private readonly ConcurrentQueue<(DateTimeOffset At, StandingsChange Change)> _changes = new();
    private readonly ConcurrentQueue<(string UserId, StandingsChange Change)> _own = new();
    private IStandingsObserver? _reference;
    private TaskCompletionSource _heard = new();

    private BoardListener(Workplace work, TestChallenge challenge, BoardKind board, IEnumerable<string> users)
    {
        _work = work;
        _challenge = challenge;
        _board = board;
        _users = [.. users];
    }

    /// <summary>Everything sent to all watchers, with the instant.</summary>
    public IReadOnlyList<(DateTimeOffset At, StandingsChange Change)> Changes => [.. _changes];

    /// <summary>Everything sent to one person alone.</summary>
    public IReadOnlyList<(string UserId, StandingsChange Change)> Own => [.. _own];

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
        await listener.RenewAsync();
        await listener.LookAsync();
        return listener;
    }

    /// <summary>Starts or renews the lease; answers the board's version.</summary>
    public async Task<long> RenewAsync() =>
        (await _challenge.Standings.WatchAsync(_reference!, [new BoardWatch(_board, _users)])).Single();

    /// <summary>Ends the lease.</summary>
    public Task StopAsync() => _challenge.Standings.UnwatchAsync(_reference!);

    /// <summary>Takes a snapshot, as somebody does who comes to the page.</summary>
    public async Task LookAsync()
    {
        foreach (var user in _users.Select(user => (string?)user).DefaultIfEmpty())
        {
            Snapshot = await _challenge.Standings.GetPublishedAsync(_board, user);
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
        var nothing = new StandingsChange(_challenge.Id, _board, 0, 0, [], [], null);
        await _reference!.StandingsChangedAsync(new StandingsBatch([], [new OwnRowChange(LastWord, nothing)]));
        await _heard.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>The rows as a client has them: the snapshot's, and every change since in its turn.</summary>
    public IReadOnlyDictionary<string, BoardRow> Rows()
    {
        var rows = Snapshot!.Rows.ToDictionary(row => row.Id);
        var version = Snapshot.Version;
        foreach (var change in News)
        {
            Assert.Equal(++version, change.Version);
            foreach (var row in change.Rows)
            {
                rows[row.Id] = row;
            }

            foreach (var id in change.Removed)
            {
                Assert.True(rows.Remove(id), $"{id} was removed, but was not there.");
            }
        }

        return rows;
    }

    Task IStandingsObserver.StandingsChangedAsync(StandingsBatch news)
    {
        foreach (var change in news.Boards)
        {
            _changes.Enqueue((_work.Now, change));
        }

        foreach (var (user, change) in news.Own)
        {
            if (user == LastWord)
            {
                _heard.SetResult();
            }
            else
            {
                _own.Enqueue((user, change));
            }
        }

        return Task.CompletedTask;
    }
}
