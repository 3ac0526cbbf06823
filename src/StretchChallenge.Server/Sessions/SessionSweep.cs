using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>
/// A safety net beside the sessions' reminders. At the start of the server and once a minute it calls
/// <see cref="ISessionGrain.WakeAsync" /> of every session that is open and not settled, and of those without a reminder, which
/// then register theirs. Likewise it calls off what a cancelled challenge still has planned, where the call after the cancelling was
/// cut off. Every 5 s it calls those about to start, so that a session whose node was killed is active on another
/// node before its start. It runs on every node; repeated calls have no effect.
/// </summary>
/// <remarks>
/// A hosted service, not a grain with a reminder, because it must not depend on what it replaces.
/// </remarks>
internal sealed partial class SessionSweep(
    ISessionStore sessions,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<SessionSweep> logger) : BackgroundService
{
    /// <summary>How often sessions about to start are looked for: one query.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How often all unsettled sessions are looked for.</summary>
    public static readonly TimeSpan FullInterval = TimeSpan.FromMinutes(1);

    /// <summary>How long before and after its start a session counts as about to start.</summary>
    private static readonly TimeSpan AboutToStart = TimeSpan.FromMinutes(1);

    /// <summary>How many sessions are woken at once.</summary>
    private const int MaxConcurrentCalls = 16;

    private DateTimeOffset _nextFull = DateTimeOffset.MinValue;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await SweepAsync(stoppingToken);
        await PeriodicWork.RunAsync(Interval, time, () => SweepAsync(stoppingToken), stoppingToken);
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
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
                new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentCalls, CancellationToken = stoppingToken },
                async (session, _) => await WakeAsync(session));
            if (isFull)
            {
                await CallOffAsync(stoppingToken);
            }

            _nextFull = isFull ? now + FullInterval : _nextFull;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        catch (Exception exception)
        {
            // The database is unavailable. The next sweep finds the same sessions.
            LogLookingFailed(exception);
        }
    }

    private async Task<IEnumerable<SessionId>> FindAllAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await sessions.FindUnsettledAsync(now, cancellationToken);
        return open.Union(await sessions.FindWithoutReminderAsync(ISessionGrain.GrainType, cancellationToken));
    }

    private async Task CallOffAsync(CancellationToken cancellationToken)
    {
        foreach (var session in await sessions.FindOfCancelledAsync(cancellationToken))
        {
            // As the organiser who cancelled the challenge.
            await TryAsync(session, grain => grain.CallOffAsync("", ChallengeRole.Organiser));
        }
    }

    private Task WakeAsync(SessionId session) => TryAsync(session, grain => grain.WakeAsync());

    private async Task TryAsync(SessionId session, Func<ISessionGrain, Task> call)
    {
        try
        {
            await call(grains.GetGrain<ISessionGrain>(session.Value));
        }
        catch (Exception exception)
        {
            // A session that cannot be read or saved does not affect the others.
            LogWakingFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the live breaks that are due failed and will be retried.")]
    private partial void LogLookingFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waking a live break failed and will be retried.")]
    private partial void LogWakingFailed(Exception exception);
}
