using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Storage.PersonalData;

namespace StretchChallenge.Server.Hosting;

/// <summary>How long single days are kept (section <c>Retention</c>).</summary>
public sealed class RetentionOptions
{
    /// <summary>For how many days after a challenge is final; 90 by default, 1 to 3650.</summary>
    public int Days { get; set; } = 90;
}

/// <summary>Adds the purge of single days.</summary>
internal static class RetentionSetup
{
    /// <summary>Adds it, with its settings.</summary>
    public static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RetentionOptions>()
            .BindConfiguration("Retention")
            .Validate(retention => retention.Days is >= 1 and <= 3650, "Retention:Days is from 1 to 3650.")
            .ValidateOnStart();
        builder.Services.AddHostedService<DayRetentionService>();
    }
}

/// <summary>
/// Purges once an hour the single days of challenges that have been final for long enough, one challenge at a time and in slices.
/// On several nodes each slice waits for the one before, and nobody is purged twice.
/// </summary>
internal sealed partial class DayRetentionService(
    IDayRetention retention, IGrainFactory grains, IOptions<RetentionOptions> options, TimeProvider time, ILogger<DayRetentionService> log)
    : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>A challenge is final within so many days after its last one, whatever its zones (rule 22).</summary>
    private const int DaysToFinal = 5;

    private const int ChallengesAtOnce = 10;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicWork.RunAsync(Interval, time, () => PurgeAsync(stoppingToken), stoppingToken);

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var before = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-DaysToFinal - options.Value.Days);
            foreach (var challenge in await retention.FindDueAsync(before, ChallengesAtOnce, cancellationToken))
            {
                await PurgeAsync(grains.GetGrain<IChallengeGrain>(challenge.Value), cancellationToken);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Nothing is half done, and the next hour goes on.
            PurgeFailed(error);
        }
    }

    private async Task PurgeAsync(IChallengeGrain challenge, CancellationToken cancellationToken)
    {
        try
        {
            while (await challenge.PurgeDaysAsync(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The other challenges go on.
            PurgeFailed(error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The days of a challenge that is over could not be purged. They will be in an hour.")]
    private partial void PurgeFailed(Exception error);
}
