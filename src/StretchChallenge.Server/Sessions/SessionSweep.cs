using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>
/// Makes up for what reminders alone cannot promise. Once at the start and once a minute it wakes every session that is
/// open and not settled, and those without a reminder, which then register theirs. Every few seconds it wakes those about
/// to start, so that where the node of one was killed, the session is on another node before its start. It runs on every
/// node, so that it needs none in particular; a session that is awake already does nothing when it is woken again.
/// </summary>
/// <remarks>
/// A hosted service rather than a grain with a reminder: a sweep that makes up for lost reminders must not depend on one.
/// </remarks>
internal sealed partial class SessionSweep(
    ISessionStore sessions,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<SessionSweep> logger) : BackgroundService
{
    /// <summary>How often sessions about to start are looked for: one query.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How often all are looked through.</summary>
    public static readonly TimeSpan FullInterval = TimeSpan.FromMinutes(1);

    /// <summary>How long before and after its start a session counts as about to start.</summary>
    private static readonly TimeSpan AboutToStart = TimeSpan.FromMinutes(1);

    /// <summary>How many sessions are woken at once.</summary>
    private const int AtOnce = 16;

    private DateTimeOffset _nextFull = DateTimeOffset.MinValue;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LookAsync(stoppingToken);
        await PeriodicWork.RunAsync(Interval, time, () => LookAsync(stoppingToken), stoppingToken);
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            var now = time.GetUtcNow();
            var isFull = now >= _nextFull;
            var found = isFull
                ? await FindAllAsync(now, stoppingToken)
                : await sessions.FindStartingAsync(now - AboutToStart, now + AboutToStart, stoppingToken);
            await Parallel.ForEachAsync(
                found,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
                async (session, _) => await WakeAsync(session));
            _nextFull = isFull ? now + FullInterval : _nextFull;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        catch (Exception exception)
        {
            // The database is away. The next look finds the same sessions.
            LogLookingFailed(exception);
        }
    }

    private async Task<IEnumerable<SessionId>> FindAllAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await sessions.FindUnsettledAsync(now, cancellationToken);
        return open.Union(await sessions.FindWithoutReminderAsync(ISessionGrain.GrainType, cancellationToken));
    }

    private async Task WakeAsync(SessionId session)
    {
        try
        {
            await grains.GetGrain<ISessionGrain>(session.Value).WakeAsync();
        }
        catch (Exception exception)
        {
            // One session that cannot be read or saved keeps no other one waiting.
            LogWakingFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking for live breaks that are due failed and is tried again.")]
    private partial void LogLookingFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waking a live break failed and is tried again.")]
    private partial void LogWakingFailed(Exception exception);
}
