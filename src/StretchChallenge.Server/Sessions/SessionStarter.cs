using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>
/// Wakes the sessions that are open and not settled, every few seconds on every node: so a planned one starts though its
/// host is away and the server was restarted in between, one that ran out while nothing ran is finished, and nobody's
/// credit is forgotten. A session that is awake keeps its own time to the millisecond; waking it again changes nothing.
/// </summary>
internal sealed partial class SessionStarter(
    ISessionStore sessions,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<SessionStarter> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WakeAsync(stoppingToken);
        await Rounds.EveryAsync(Interval, time, () => WakeAsync(stoppingToken), stoppingToken);
    }

    private async Task WakeAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var session in await sessions.FindUnsettledAsync(time.GetUtcNow(), stoppingToken))
            {
                await WakeAsync(grains.GetGrain<ISessionGrain>(session.Value));
            }
        }
        catch (Exception exception)
        {
            // The database is away, or the program ends. The next look finds the same sessions.
            LogLookingFailed(exception);
        }
    }

    private async Task WakeAsync(ISessionGrain session)
    {
        try
        {
            await session.WakeAsync();
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
