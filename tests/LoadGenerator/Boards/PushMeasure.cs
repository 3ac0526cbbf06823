using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.LoadGenerator.Rooms;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Boards;

/// <summary>What check-ins cost where many watch the people's streak board and everybody is tied, as on a first day.</summary>
internal sealed class PushMeasure : IMeasure
{
    private const int People = 300;
    private const int Watchers = 400;
    private const int Alone = 10;
    private const int Together = 100;
    private const int CheckIns = Alone + Together;

    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan TenthOfASecond = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    public string Name => "board-push";

    /// <inheritdoc />
    public string Title => $"The people's streak board of {People} people, watched by {Watchers}, everybody tied at the start";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var deployment = await Deployment.StartAsync(null);
        using var members = await Members.RegisterAsync(deployment, People);
        await members.OptInAsync();
        // Warms up.
        await members.StartRunsAsync();
        await members.CheckInAsync();
        await members.RemoveCheckInsAsync();
        await members.StartRunsAsync();
        var unwatched = await CheckInAsync(deployment, members, [], Alone, Together, TenthOfASecond);
        await Task.WhenAll(Enumerable.Range(Alone, Together).Select(members.RemoveCheckInAsync));
        var watchers = new List<CountedHub>();
        try
        {
            for (var watcher = 0; watcher < Watchers; watcher++)
            {
                // None of them checks in, so that they are sent what everybody is sent.
                var person = CheckIns + (watcher % (People - CheckIns));
                watchers.Add(await CountedHub.ConnectAsync(deployment.Addresses[0], members.CookieOf(person)));
                await watchers[^1].Client.CallAsync("WatchStandings", members.Challenge, "personStreak");
            }

            var snapshot = watchers[0].BytesReceived;
            await members.StartRunsAsync();
            await Task.Delay(Apart);
            var alone = await CheckInAsync(deployment, members, watchers, 0, Alone, Apart);
            var together = await CheckInAsync(deployment, members, watchers, Alone, Together, TenthOfASecond);
            var push = together.CpuSeconds - unwatched.CpuSeconds;
            return
            [
                Figure.Of("bytes of a snapshot", snapshot, "0"),
                Figure.Of("one check-in: bytes to a watcher", alone.Bytes, "0"),
                Figure.Of("10 check-ins a second: bytes to a watcher for each", together.Bytes, "0"),
                Figure.Of("messages a CPU second", together.Messages / together.CpuSeconds, "0"),
                Figure.Of("messages a CPU second, without that of the check-ins", together.Messages / push, "0"),
                Figure.Of("watcher-changes a CPU second", Together * Watchers / together.CpuSeconds, "0"),
                Figure.Of("watcher-changes a CPU second, without that of the check-ins", Together * Watchers / push, "0"),
            ];
        }
        finally
        {
            await Task.WhenAll(watchers.Select(watcher => watcher.DisposeAsync().AsTask()));
        }
    }

    private static async Task<Push> CheckInAsync(
        Deployment deployment, Members members, List<CountedHub> watchers, int first, int count, TimeSpan apart)
    {
        var (bytes, cpu) = (Received(), deployment.ProcessorTime);
        watchers.ForEach(watcher => watcher.TakeMessages());
        using var timer = new PeriodicTimer(apart);
        for (var person = first; person < first + count; person++)
        {
            await timer.WaitForNextTickAsync();
            await members.CheckInAsync(person);
        }

        await Task.Delay(Apart);
        return new Push(
            (Received() - bytes) / (double)count,
            watchers.Sum(watcher => watcher.TakeMessages()),
            (deployment.ProcessorTime - cpu).TotalSeconds);

        long Received() => watchers.Count == 0 ? 0 : watchers[0].BytesReceived;
    }

    private sealed record Push(double Bytes, int Messages, double CpuSeconds);
}
