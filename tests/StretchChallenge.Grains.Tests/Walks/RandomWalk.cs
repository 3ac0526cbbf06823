using System.Globalization;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Walks;

/// <summary>
/// Weeks in a company where everything happens in any order: people do what they may and what they may not, while
/// grains end, the program restarts and stores fail. The same seed is the same walk, but for the ids.
/// </summary>
internal sealed class RandomWalk(Workplace work, int seed)
{
    private static readonly string[] Zones =
        ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Honolulu", "Pacific/Auckland"];

    private static readonly string[][] Patterns = [["Mon", "Tue", "Wed", "Thu", "Fri"], ["Mon", "Wed"], ["Tue", "Thu", "Sat"], []];

    private static readonly TimeSpan[] Waits =
        [.. new[] { 0.01, 0.3, 2, 5, 9, 14, 24, 24, 70 }.Select(hours => TimeSpan.FromHours(hours))];

    private static readonly string[] Writes =
    [
        nameof(ILedgerWriter.CommitAsync), nameof(IChallengeStore.SaveEnrolmentAsync), nameof(IPeopleStore.AddTimeOffAsync),
        nameof(IPeopleStore.SaveWorkPatternsAsync), nameof(IPeopleStore.SaveZoneChangesAsync), nameof(IChallengeStore.SaveSettingsAsync),
    ];

    private readonly Random _random = new(seed);
    private readonly List<(Colleague By, GuidedCheckIn Run)> _sent = [];
    private readonly List<string> _history = [];

    /// <summary>What happened, for the reader of a failure.</summary>
    public string History => string.Join('\n', _history);

    public async Task PrepareAsync()
    {
        for (var number = 0; number < 7; number++)
        {
            await work.HireAsync($"p{number}", Zones[number % Zones.Length], showName: number != 3);
        }

        foreach (var start in new[] { new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 11) })
        {
            var challenge = await work.StartChallengeAsync(work.People[0], start, holidays: start.AddDays(9));
            await challenge.AddTeamAsync("Blue", [.. work.People.Skip(1).Take(5)]);
            await challenge.AddTeamAsync("Red", work.People[0]);
            await challenge.AddTeamAsync("Green");
        }
    }

    public async Task StepAsync()
    {
        switch (_random.Next(100))
        {
            case < 70:
                await CommandAsync();
                break;
            case < 90:
                var wait = Any(Waits);
                Note($"waits {wait}");
                work.Wait(wait);
                break;
            case < 94:
                await FailingAsync();
                break;
            case < 97:
                await WatchingAsync();
                break;
            default:
                await DisturbAsync();
                break;
        }
    }

    private Task CommandAsync() => _random.Next(100) switch
    {
        < 38 => CheckInAsync(),
        < 44 => RepeatAsync(),
        < 54 => DoAsync("reports", (person, date) => person.ReportAsync(date), back: 3),
        < 60 => DoAsync("undoes", (person, date) => person.UndoAsync(date), back: 1),
        < 67 => DoAsync("takes off", (person, date) => person.TakeOffAsync(date, date.AddDays(_random.Next(4))), back: 2, ahead: 6),
        < 71 => TakeBackAsync(),
        < 74 => DoAsync("moves", (person, _) => person.MoveToAsync(Any(Zones))),
        < 77 => DoAsync("works otherwise", (person, _) => person.WorkOnAsync(Any(Patterns))),
        < 88 => DoAsync("joins", (person, _) => person.TryJoinAsync(Any(work.Challenges), Any(["Blue", "Red", "Green", null]))),
        < 92 => DoAsync("leaves", (person, _) => person.LeaveAsync(Any(work.Challenges))),
        < 94 => DoAsync("appoints", (person, _) => person.AppointAsync(Any(work.Challenges), Any(work.People), Any(Enum.GetValues<ChallengeRole>()))),
        < 97 => DoAsync("has holidays", (_, date) => Any(work.Challenges).ChangeAsync(holidays: [date, date.AddDays(5)]), back: 9),
        _ => DoAsync("sets the threshold", (_, _) => Any(work.Challenges).ChangeAsync(threshold: 40 + _random.Next(60))),
    };

    private async Task CheckInAsync()
    {
        var person = Any(work.People);
        var late = TimeSpan.FromHours(Any([0, 0, 0, 0, 3, 11]));
        var run = person.FinishedRun() with { StartedAt = work.Now - late - TimeSpan.FromMinutes(5) };
        _sent.Add((person, run));
        var outcome = await person.SendAsync(run);
        Note($"{person.Id} does a routine of {late} ago: {outcome}");
    }

    private async Task RepeatAsync()
    {
        if (_sent.Count > 0)
        {
            var (person, run) = Any(_sent);
            Note($"{person.Id} repeats {run.StartedAt:u}: {await person.SendAsync(run)}");
        }
    }

    private async Task TakeBackAsync()
    {
        var person = Any(work.People);
        foreach (var off in (await person.SettingsAsync()).TimeOff.Take(1))
        {
            Note($"{person.Id} takes {off} back: {await person.Grain.RemoveTimeOffAsync(off.Id)}");
        }
    }

    private async Task DoAsync<T>(string deed, Func<Colleague, DateOnly, Task<T>> command, int back = 0, int ahead = 0)
    {
        var person = Any(work.People);
        var date = DateOnly.FromDateTime(work.Now.UtcDateTime).AddDays(_random.Next(-back, ahead + 1));
        Note($"{person.Id} {deed} ({date:yyyy-MM-dd})");
        Note($"  {await command(person, date)}");
    }

    // Whether the command fails or not, it must not be half done anywhere.
    private async Task FailingAsync()
    {
        work.Faults.FailOnceAfter(Any(Writes));
        try
        {
            await CommandAsync();
        }
        catch (IOException exception)
        {
            Note($"  {exception.Message}");
        }

        work.Faults.Clear();
    }

    // Who watches ends with the rows that the board has.
    private async Task WatchingAsync()
    {
        var challenge = Any(work.Challenges);
        var board = Any<BoardKind>(BoardKinds.All);
        Note($"somebody watches {board}");
        var watch = await challenge.WatchAsync(board, Any(work.People));
        for (var command = 0; command < 4; command++)
        {
            await CommandAsync();
            await watch.PassAsync(TimeSpan.FromMilliseconds(_random.Next(300)));
        }

        await work.SettleAsync();
        await watch.PassAsync(TimeSpan.FromMilliseconds(250));
        await watch.AssertUpToDateAsync();
        await watch.StopAsync();
    }

    private async Task DisturbAsync()
    {
        switch (_random.Next(10))
        {
            case < 6:
                var grain = Any(await work.GrainsAsync());
                Note($"{grain} ends");
                await work.DeactivateAsync(grain);
                break;
            case < 8:
                Note("every grain ends");
                await work.DeactivateEverythingAsync();
                break;
            case 8:
                Note("the program restarts");
                await work.RestartAsync();
                break;
            default:
                Note("the power fails");
                await work.CrashAndRestartAsync();
                break;
        }
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private void Note(string happening) =>
        _history.Add(string.Create(CultureInfo.InvariantCulture, $"{work.Now:u} {happening}"));
}
