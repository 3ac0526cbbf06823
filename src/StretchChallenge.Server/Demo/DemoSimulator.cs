using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Demo;

namespace StretchChallenge.Server.Demo;

/// <summary>The demo challenge, generated again at each start of the server.</summary>
internal sealed class DemoChallenge(IDemoStore store, TimeProvider time)
{
    private readonly TaskCompletionSource<DemoSeed> _seed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the demo has been stored.</summary>
    public Task<DemoSeed> Seed => _seed.Task;

    /// <summary>Replaces the demo of an earlier start, including its guests.</summary>
    public async Task RecreateAsync(CancellationToken cancellationToken)
    {
        var seed = new DemoSeedGenerator(TimeZoneInfo.Utc, time.GetUtcNow(), Random.Shared).Generate();
        await store.ReplaceAsync(seed, cancellationToken);
        _seed.SetResult(seed);
    }
}

/// <summary>
/// Simulates the colleagues, through the same grains as real people: in each round everybody checks in once, in random
/// order, and all check-ins are undone at its end, so that the boards keep changing.
/// </summary>
internal sealed partial class DemoSimulator(
    DemoChallenge demo,
    IGrainFactory grains,
    RoutineCatalogue catalogue,
    IOptions<DemoOptions> options,
    TimeProvider time,
    ILogger<DemoSimulator> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await demo.RecreateAsync(stoppingToken);
        var seed = await demo.Seed;
        var colleagues = seed.People.Select(person => person.Id).ToArray();
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunRoundAsync(seed.Challenge.StartsOn, colleagues, stoppingToken);
        }
    }

    private async Task RunRoundAsync(DateOnly start, UserId[] colleagues, CancellationToken stoppingToken)
    {
        var pause = options.Value.Round / (colleagues.Length + 1);
        Random.Shared.Shuffle(colleagues);
        foreach (var colleague in colleagues)
        {
            await Task.Delay(pause, time, stoppingToken);
            await TryAsync(() => grains.GetGrain<IUserGrain>(colleague.Value).CheckInAsync(FinishedRun(start)));
        }

        await Task.Delay(pause, time, stoppingToken);
        foreach (var colleague in colleagues)
        {
            await TryAsync(() => grains.GetGrain<IUserGrain>(colleague.Value).UndoAsync(Today()));
        }
    }

    private GuidedCheckIn FinishedRun(DateOnly start)
    {
        var routine = catalogue.Of(ProgrammeDay.Since(start, Today()), Variant.Desk);
        var id = Guid.NewGuid().ToString("N");

        // Rounds follow each other faster than a routine could be done: without a planned time it needs and occupies none.
        return new GuidedCheckIn(
            id, id, id, routine.Id, EnumNames.Of(Variant.Desk), time.GetUtcNow(), PlannedSeconds: 0, SkippedSeconds: 0);
    }

    private DateOnly Today() => ZoneTimeline.Fixed(TimeZoneInfo.Utc).DateAt(time.GetUtcNow());

    private async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception)
        {
            // The demo does not depend on any single check-in.
            LogCheckInFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A simulated colleague could not check in.")]
    private partial void LogCheckInFailed(Exception exception);
}
