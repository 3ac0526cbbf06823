using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>Publishing to those who watch: versions, changes, own rows.</summary>
internal sealed partial class StandingsGrain
{
    /// <summary>The least time between two changes of a watched board: four a second.</summary>
    private static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Dictionary<BoardKind, PublishedBoard> _published = [];
    private readonly Dictionary<(BoardKind Board, string UserId), OwnRow?> _own = [];
    private Watchers? _watchers;
    private IGrainTimer? _publishing;
    private DateTimeOffset _publishedAt;
    private bool _isBehind;
    private DateTimeOffset? _nextPublishing;

    private Watchers Watchers => _watchers ??= new Watchers(time, logger);

    /// <inheritdoc />
    public async Task<ImmutableArray<long>> WatchAsync(IStandingsObserver observer, ImmutableArray<BoardWatch> watches)
    {
        var watched = Watchers.Boards.ToHashSet();
        foreach (var board in Watchers.Watch(observer, watches))
        {
            _published[board].Skip();
            if (!watched.Contains(board))
            {
                await BeginAsync(board);
            }
        }

        return [.. watches.Select(watch => _published[watch.Board].Version)];
    }

    /// <inheritdoc />
    public Task UnwatchAsync(IStandingsObserver observer)
    {
        Watchers.Unwatch(observer);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<BoardSnapshot> GetPublishedAsync(BoardKind board, string? userId)
    {
        if (_isBehind || time.GetUtcNow() - _publishedAt >= Coalescing)
        {
            await PublishAsync();
        }

        var own = OwnOf(board, userId);
        if (userId is not null)
        {
            // What another of the person's screens has stays noted: it has not been sent this one yet.
            _own.TryAdd((board, userId), own);
        }

        var published = _published[board];
        return new BoardSnapshot(Id.Value, board, published.Version, published.Total, published.Rows, own);
    }

    private void StartPublishing()
    {
        var version = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var board in BoardKinds.All)
        {
            _published[board] = new PublishedBoard(Id.Value, board, version);
        }

        _publishing = this.RegisterGrainTimer(TryPublishAsync, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // A board that nobody watched: nobody has an earlier version that this could be a change of.
    private Task BeginAsync(BoardKind board) => OrLaterAsync(async () =>
    {
        await RefreshAsync([board]);
        _published[board].Publish(RowsOf(board, LiveRows), TotalOf(board));
        ScheduleNextChange();
    });

    private Task TryPublishAsync() => OrLaterAsync(PublishAsync);

    private async Task OrLaterAsync(Func<Task> publish)
    {
        try
        {
            await publish();
        }
        catch (Exception exception)
        {
            // A person or a team could not be read. They stay marked, and are read again.
            LogPublishingFailed(exception);
            _isBehind = true;
            ScheduleAt(time.GetUtcNow() + AfterFailure);
        }
    }

    private async Task PublishAsync()
    {
        _publishedAt = time.GetUtcNow();
        _nextPublishing = null;
        _isBehind = true;
        await RefreshAsync(Watchers.Boards);
        _isBehind = false;
        await Watchers.SendAsync([.. ChangesOfBoards()], [.. ChangesOfOwnRows()]);
        ScheduleNextChange();
    }

    private IEnumerable<StandingsChange> ChangesOfBoards() => Watchers.Boards
        .Select(board => _published[board].Publish(RowsOf(board, LiveRows), TotalOf(board)))
        .OfType<StandingsChange>();

    private IEnumerable<OwnRowChange> ChangesOfOwnRows()
    {
        var people = Watchers.People;
        foreach (var gone in _own.Keys.Except(people).ToArray())
        {
            _own.Remove(gone);
        }

        foreach (var (board, userId) in people)
        {
            if (_own.TryGetValue((board, userId), out var sent) && OwnOf(board, userId) is { } own && !own.Equals(sent))
            {
                _own[(board, userId)] = own;
                yield return new OwnRowChange(userId, _published[board].For(own));
            }
        }
    }

    // At midnight in the challenge's zone the ranks of the morning are others, whatever zones its people live in.
    private DateTimeOffset? NextMorning => _calendar?.EveAt(time.GetUtcNow()) is { } eve
        ? ZoneTimeline.Fixed(_calendar.Zone).NextMidnight(eve.AddTicks(1))
        : null;

    // Something changed: publish as soon as the last publishing is long enough ago.
    private void SchedulePublishing() => ScheduleAt(_publishedAt + Coalescing);

    // Nothing changed, but a midnight or a noon will.
    private void ScheduleNextChange()
    {
        var ofTeams = Watchers.Boards.Any(board => board.IsOfTeams()) ? Teams.NextChange : null;
        if (Earliest(Earliest(_people.NextChange, ofTeams), NextMorning) is { } next)
        {
            ScheduleAt(next);
        }
    }

    private void ScheduleAt(DateTimeOffset at)
    {
        if (_publishing is null || Watchers.Boards.Count == 0 || _nextPublishing <= at)
        {
            return;
        }

        _nextPublishing = at;
        var due = at - time.GetUtcNow();
        _publishing.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Publishing the boards of a challenge failed and is tried again.")]
    private partial void LogPublishingFailed(Exception exception);

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;
}
