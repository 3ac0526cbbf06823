using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>Publishing to the servers that watch boards: versions, changes, own rows.</summary>
internal sealed partial class StandingsGrain
{
    /// <summary>The least time between two changes of a watched board: four a second.</summary>
    private static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly Dictionary<BoardKind, PublishedBoard> _published = [];
    private readonly Dictionary<(BoardKind Board, string UserId), OwnRow?> _sentOwnRows = [];
    private BoardSubscriptions? _subscriptions;
    private IGrainTimer? _publishTimer;
    private DateTimeOffset _publishedAt;

    // Whether the published rows are out of date: the last refresh failed or has not finished.
    private bool _isBehind;
    private DateTimeOffset? _nextPublishing;

    private BoardSubscriptions Subscriptions => _subscriptions ??= new BoardSubscriptions(time, logger);

    /// <inheritdoc />
    public async Task<ImmutableArray<long>> WatchAsync(
        IStandingsObserver observer, ImmutableArray<BoardWatch> watches, CancellationToken cancellationToken)
    {
        var watched = Subscriptions.Boards.ToHashSet();
        foreach (var board in Subscriptions.Watch(observer, watches))
        {
            _published[board].Skip();
            if (!watched.Contains(board))
            {
                await PublishFirstAsync(board, cancellationToken);
            }
        }

        return [.. watches.Select(watch => _published[watch.Board].Version)];
    }

    /// <inheritdoc />
    public Task UnwatchAsync(IStandingsObserver observer, CancellationToken cancellationToken)
    {
        Subscriptions.Unwatch(observer);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<BoardSnapshot> GetPublishedAsync(BoardKind board, string? userId, CancellationToken cancellationToken)
    {
        if (_isBehind || time.GetUtcNow() - _publishedAt >= Coalescing)
        {
            await PublishAsync(cancellationToken);
        }

        var own = OwnOf(board, userId);
        if (userId is not null)
        {
            // TryAdd, not an assignment: other connections of the person were not sent this row, only the one recorded.
            _sentOwnRows.TryAdd((board, userId), own);
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

        _publishTimer = this.RegisterGrainTimer(TryPublishAsync, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // The change is not sent: nobody watched this board before, so nobody has an earlier version.
    private Task PublishFirstAsync(BoardKind board, CancellationToken cancellationToken) => RetryLaterOnFailureAsync(async () =>
    {
        await RefreshAsync([board], cancellationToken);
        _published[board].Publish(RowsOf(board, LiveRows), TotalOf(board));
        ScheduleNextChange();
    });

    private Task TryPublishAsync(CancellationToken cancellationToken) => RetryLaterOnFailureAsync(() => PublishAsync(cancellationToken));

    private async Task RetryLaterOnFailureAsync(Func<Task> publish)
    {
        try
        {
            await publish();
        }
        catch (Exception exception)
        {
            // A person or a team could not be read. They stay marked and are read at the next attempt.
            LogPublishingFailed(exception);
            _isBehind = true;
            ScheduleAt(time.GetUtcNow() + RetryDelay);
        }
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        _publishedAt = time.GetUtcNow();
        _nextPublishing = null;
        _isBehind = true;
        await RefreshAsync(Subscriptions.Boards, cancellationToken);
        _isBehind = false;
        await Subscriptions.SendAsync([.. ChangesOfBoards()], [.. ChangesOfOwnRows()]);
        ScheduleNextChange();
    }

    private IEnumerable<StandingsChange> ChangesOfBoards() => Subscriptions.Boards
        .Select(board => _published[board].Publish(RowsOf(board, LiveRows), TotalOf(board)))
        .OfType<StandingsChange>();

    private IEnumerable<OwnRowChange> ChangesOfOwnRows()
    {
        var people = Subscriptions.People;
        foreach (var unwatched in _sentOwnRows.Keys.Except(people).ToArray())
        {
            _sentOwnRows.Remove(unwatched);
        }

        foreach (var (board, userId) in people)
        {
            if (_sentOwnRows.TryGetValue((board, userId), out var sent) && OwnOf(board, userId) is { } own && !own.Equals(sent))
            {
                _sentOwnRows[(board, userId)] = own;
                yield return new OwnRowChange(userId, _published[board].For(own));
            }
        }
    }

    // The ranks at the start of the day change at midnight in the challenge's zone.
    private DateTimeOffset? NextStartOfDay => _calendar?.EndOfYesterday(time.GetUtcNow()) is { } beforeToday
        ? ZoneTimeline.Fixed(_calendar.Zone).NextMidnight(beforeToday.AddTicks(1))
        : null;

    // Something changed: publish as soon as the coalescing interval allows.
    private void SchedulePublishing() => ScheduleAt(_publishedAt + Coalescing);

    // The next publish that is needed without a notification: at a midnight or a noon.
    private void ScheduleNextChange()
    {
        var ofTeams = Subscriptions.Boards.Any(board => board.IsTeamBoard()) ? Teams.NextChange : null;
        if (Earliest(Earliest(_people?.NextChange, ofTeams), NextStartOfDay) is { } next)
        {
            ScheduleAt(next);
        }
    }

    private void ScheduleAt(DateTimeOffset at)
    {
        if (_publishTimer is null || Subscriptions.Boards.Count == 0 || _nextPublishing <= at)
        {
            return;
        }

        _nextPublishing = at;
        var due = at - time.GetUtcNow();
        _publishTimer.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Publishing the boards of a challenge failed and will be retried.")]
    private partial void LogPublishingFailed(Exception exception);

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;
}
