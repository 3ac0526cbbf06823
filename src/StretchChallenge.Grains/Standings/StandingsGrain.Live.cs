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

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Dictionary<BoardKind, PublishedBoard> _published = [];
    private readonly Dictionary<(BoardKind Board, string UserId), OwnRow?> _own = [];
    private BoardSubscriptions? _subscriptions;
    private IGrainTimer? _publishing;
    private DateTimeOffset _publishedAt;
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
                await BeginAsync(board, cancellationToken);
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
            // Keeps the row that another screen of the person was sent last: that screen has not received this one.
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

    // Nobody watched this board before, so nobody has an earlier version that this could be a change of.
    private Task BeginAsync(BoardKind board, CancellationToken cancellationToken) => RetryLaterOnFailureAsync(async () =>
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
            // A person or a team could not be read. They stay marked, and are read with the next attempt.
            LogPublishingFailed(exception);
            _isBehind = true;
            ScheduleAt(time.GetUtcNow() + AfterFailure);
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

    // At midnight in the challenge's zone the ranks at the start of the day change, whatever zones its people live in.
    private DateTimeOffset? NextStartOfDay => _calendar?.EndOfYesterday(time.GetUtcNow()) is { } beforeToday
        ? ZoneTimeline.Fixed(_calendar.Zone).NextMidnight(beforeToday.AddTicks(1))
        : null;

    // Something changed: publish once the last publish is long enough ago.
    private void SchedulePublishing() => ScheduleAt(_publishedAt + Coalescing);

    // Nothing changed, but time alone will change something, at a midnight or a noon.
    private void ScheduleNextChange()
    {
        var ofTeams = Subscriptions.Boards.Any(board => board.IsTeamBoard()) ? Teams.NextChange : null;
        if (Earliest(Earliest(_people.NextChange, ofTeams), NextStartOfDay) is { } next)
        {
            ScheduleAt(next);
        }
    }

    private void ScheduleAt(DateTimeOffset at)
    {
        if (_publishing is null || Subscriptions.Boards.Count == 0 || _nextPublishing <= at)
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
