using Microsoft.Extensions.Options;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Hosting;

namespace StretchChallenge.Server.Demo;

/// <summary>
/// The simulated colleagues: through the same grains as everybody, each does the day's routine at some moment of a
/// round, and takes it back before the next one, so that the boards move whenever somebody looks.
/// </summary>
internal sealed partial class DemoColleagues(
    DemoChallenge demo,
    IGrainFactory grains,
    RoutineCatalogue catalogue,
    IOptions<DemoOptions> options,
    TimeProvider time,
    ILogger<DemoColleagues> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await demo.RenewAsync(stoppingToken);
        var seed = await demo.Seed;
        var colleagues = seed.People.Select(person => person.Id).ToArray();
        while (!stoppingToken.IsCancellationRequested)
        {
            await PlayRoundAsync(seed.Challenge.StartsOn, colleagues, stoppingToken);
        }
    }

    private async Task PlayRoundAsync(DateOnly start, UserId[] colleagues, CancellationToken stoppingToken)
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
        var startedAt = time.GetUtcNow().AddSeconds(-routine.PlannedSeconds);
        return new GuidedCheckIn(id, id, id, routine.Id, WireWord.Of(Variant.Desk), startedAt, routine.PlannedSeconds, SkippedSeconds: 0);
    }

    private DateOnly Today() => ZoneTimeline.Fixed(TimeZoneInfo.Utc).DateAt(time.GetUtcNow());

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception)
        {
            // A colleague who cannot check in is missed by nobody: the round goes on.
            LogActFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A simulated colleague could not check in.")]
    private partial void LogActFailed(Exception exception);
}
