using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.Teams;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Hosting;

/// <summary>
/// Deletes once an hour what is kept for repeats and can no longer be repeated, idempotency keys and commands, old changes of the
/// challenges' feeds, and what team mates told each other on days that are over.
/// </summary>
internal sealed partial class Retention(
    IIdempotencyStore keys,
    IPeopleStore people,
    IChangeFeed feed,
    ITeamTalkStore talk,
    TimeProvider time,
    ILogger<Retention> logger) : BackgroundService
{
    /// <summary>
    /// How long a command is kept: a run can be completed for 8 days in a challenge (rule 5), outside of one for 15 at most.
    /// After that a repeat is refused as too late.
    /// </summary>
    private static readonly TimeSpan CommandsKept = TimeSpan.FromDays(16);

    /// <summary>How many changes are kept of each challenge; a grain that has read less of them reads everything again.</summary>
    private const int ChangesKept = 10_000;

    /// <summary>What team mates told each other is shown today and yesterday, in zones up to 12 hours behind UTC.</summary>
    private static readonly TimeSpan TalkKept = TimeSpan.FromHours(24 + 12);

    private readonly PeriodicTimer _timer = new(TimeSpan.FromHours(1), time);

    /// <inheritdoc />
    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(() => keys.ExpireAsync(time.GetUtcNow(), stoppingToken));
            await TryAsync(() => people.DeleteCommandsAsync(time.GetUtcNow() - CommandsKept, stoppingToken));
            await TryAsync(() => feed.PruneAsync(ChangesKept, stoppingToken));
            await TryAsync(() => talk.PruneAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime - TalkKept), stoppingToken));
        }
    }

    private async Task TryAsync(Func<Task<int>> delete)
    {
        try
        {
            await delete();
        }
        catch (Exception error) when (error is DbException or DatabaseUnwritableException)
        {
            // Harmless, since nothing depends on the deletion; the next hour tries again.
            LogFailed(error);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Outdated idempotency keys, commands, changes or nudges could not be deleted")]
    private partial void LogFailed(Exception error);
}
