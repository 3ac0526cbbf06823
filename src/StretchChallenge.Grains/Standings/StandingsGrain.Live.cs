using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>Publishing to the servers that watch boards: versions, changes, own rows.</summary>
internal sealed partial class StandingsGrain
{
    /// <summary>The least time between two changes of a watched board: three a second.</summary>
    public static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(333);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly Dictionary<BoardKind, PublishedBoard> _published = [];
    private readonly string _epoch = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private BoardSubscriptions? _subscriptions;
    private IGrainTimer? _publishTimer;
    private DateTimeOffset _publishedAt;

    // Whether the published rows are out of date: the last refresh failed or has not finished.
    private bool _isBehind;
    private DateTimeOffset? _nextPublishing;

    private BoardSubscriptions Subscriptions => _subscriptions ??= new BoardSubscriptions(time, logger);

    /// <inheritdoc />
    public async Task<BoardLease> WatchAsync(
        IStandingsObserver observer, ImmutableArray<BoardWatch> watches, bool anew, CancellationToken cancellationToken)
    {
        var watched = Subscriptions.Boards;
        var server = Subscriptions.Begin(observer, anew);
        foreach (var watch in watches)
        {
            server.Add(watch, own: null);
        }

        foreach (var board in server.Boards.Where(board => !watched.Contains(board)).ToArray())
        {
            await RetryLaterOnFailureAsync(() => PublishUnwatchedAsync(board, cancellationToken));
        }

        foreach (var watch in watches)
        {
            server.Add(watch, OwnRowOf(watch.Board, watch.UserId));
        }

        ScheduleNextChange();
        return LeaseOf(server);
    }

    /// <inheritdoc />
    public Task UnwatchAsync(IStandingsObserver observer, ImmutableArray<BoardWatch> watches, CancellationToken cancellationToken)
    {
        Subscriptions.Remove(observer, watches);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<BoardLease> RenewAsync(IStandingsObserver observer, CancellationToken cancellationToken) =>
        Task.FromResult(LeaseOf(Subscriptions.Renew(observer)));

    /// <inheritdoc />
    public async Task<BoardSnapshot> GetPublishedAsync(BoardKind board, string? userId, CancellationToken cancellationToken)
    {
        await CatchUpAsync(board, cancellationToken);
        var published = _published[board];
        var (rows, total) = (published.State.Rows, published.State.Total);
        return new BoardSnapshot(Id.Value, board, published.Version, total, rows, OwnOf(board, userId, AmongListed))
        {
            Epoch = _epoch,
            Scores = published.Scores,
        };
    }

    /// <inheritdoc />
    public async Task<OwnRow?> GetAroundAsync(BoardKind board, string userId, CancellationToken cancellationToken)
    {
        await CatchUpAsync(board, cancellationToken);
        return OwnOf(board, userId, AmongListed);
    }

    // Ranks of watchers are among the listed where few are unlisted.
    private bool AmongListed => _people?.HasFewUnlisted == true;

    private BoardLease LeaseOf(WatchingServer? server) => new(
        [.. (server?.Boards ?? []).Select(board => new BoardVersion(board, _published[board].Version))], server?.Watches ?? 0);

    private Task CatchUpAsync(BoardKind board, CancellationToken cancellationToken) =>
        !Subscriptions.Boards.Contains(board) ? PublishUnwatchedAsync(board, cancellationToken)
        : _isBehind || time.GetUtcNow() - _publishedAt >= Coalescing ? PublishAsync(cancellationToken)
        : Task.CompletedTask;

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
    private async Task PublishUnwatchedAsync(BoardKind board, CancellationToken cancellationToken)
    {
        await RefreshAsync([board], cancellationToken);
        _published[board].Publish(StateOf(board));
    }

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
        StandingsChange[] changes = [.. Subscriptions.Boards.Select(board => _published[board].Publish(StateOf(board))).OfType<StandingsChange>()];
        await Subscriptions.SendAsync(changes, OwnChangeOf);
        _people?.ForgetFolds();
        ScheduleNextChange();
    }

    private OwnRowChange? OwnChangeOf(BoardKind board, string userId, BoardRow? sent)
    {
        var published = _published[board];
        var isUnchanged = !board.IsTeamBoard() && sent is not null && !published.HasNewBasis && _people?.WasFolded(userId) == false;
        return !isUnchanged && OwnRowOf(board, userId) is { } own ? published.PublishOwn(userId, sent, own) : null;
    }

    private BoardState StateOf(BoardKind board) => board.IsTeamBoard() || _people is null
        ? BoardState.Empty with { Rows = RowsOf(board, LiveRows), Total = TotalOf(board) }
        : BoardState.Of(_people, board, LiveRows, _calendar?.EndOfYesterday(Now));

    // The row of a person, or of their team; null for a wall.
    private BoardRow? OwnRowOf(BoardKind board, string userId) =>
        !board.IsTeamBoard() ? _people?.Own(board, userId, AmongListed)?.ToOwnView()
        : TeamOf(userId) is { } team ? Teams.Own(board, team.Value, around: 0)?.Row
        : null;

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
        if (!IsCancelled && Earliest(Earliest(_people?.NextChange, ofTeams), NextStartOfDay) is { } next)
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
