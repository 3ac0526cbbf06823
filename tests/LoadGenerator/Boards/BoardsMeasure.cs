using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Boards;

/// <summary>What check-ins and the push of their board cost, beside <see cref="PeerBoard" />; everybody is tied at first.</summary>
/// <remarks>
/// Of each server there are two, with the same check-ins; one of them is watched. What the watched one spends beyond the other is
/// the push.
/// </remarks>
internal sealed class BoardsMeasure : IMeasure
{
    private const int People = 300;
    private const int Watchers = 400;
    private const int Callers = 64;
    private const int Rounds = 9;

    private static readonly TimeSpan BetweenCheckIns = TimeSpan.FromMilliseconds(100);

    /// <summary>For the last publish.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public string Name => "boards";

    /// <inheritdoc />
    public string Title => $"{People} people, {Watchers} watchers of their streaks, 10 check-ins a second; beside Express, Socket.IO and SQLite";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var ours = await MeasureAsync(OurBoard.StartAsync);
        var peer = await MeasureAsync(PeerBoard.StartAsync);
        return
        [
            .. Describe("ours", ours),
            .. Describe("peer", peer),
            Figure.AtMost("bytes to a watcher for each change, ours / peer", ours.BytesPerChange / peer.BytesPerChange, 1.0 / 20, "0.000"),
            Figure.AtLeast("deliveries per CPU second, ours / peer", ours.Deliveries / peer.Deliveries, 2, "0.00"),
            Figure.AtLeast("watcher-changes per CPU second, ours / peer", ours.WatcherChanges / peer.WatcherChanges, 3, "0.00"),
        ];
    }

    private static async Task<Result> MeasureAsync(Func<int, Task<IBoardServer>> startAsync)
    {
        await using var unwatched = await startAsync(People);
        await using var watched = await startAsync(People);
        var rounds = await CheckInAsync(unwatched);
        await CheckInAsync(watched);
        await watched.WatchAsync(Watchers);

        // The first time compiles what the second runs.
        await TrickleAsync(unwatched, watched);
        var (messages, bytes) = (watched.Messages, watched.Bytes);
        var (alone, pushing) = await TrickleAsync(unwatched, watched);
        var push = (pushing - alone).TotalSeconds;
        return new Result(
            Median.Of(rounds, round => round.PerSecond),
            Median.Of(rounds, round => round.CpuMs),
            (double)(watched.Bytes - bytes) / Watchers / People,
            (watched.Messages - messages) / push,
            (double)Watchers * People / push);
    }

    private static async Task<IReadOnlyList<(double PerSecond, double CpuMs)>> CheckInAsync(IBoardServer server)
    {
        var rounds = new List<(double, double)>();
        for (var round = 0; round <= Rounds; round++)
        {
            await server.PrepareAsync();
            var before = server.ProcessorTime;
            var rate = await Rate.OfAsync(People, () => Parallel.ForAsync(
                0, People, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (person, _) => await server.CheckInAsync(person)));
            rounds.Add((rate, (server.ProcessorTime - before).TotalMilliseconds / People));
            await server.UndoAsync();
        }

        return rounds[1..];
    }

    // Everybody checks in on both servers, one after the other; returns the processor time of each.
    private static async Task<(TimeSpan One, TimeSpan Other)> TrickleAsync(IBoardServer one, IBoardServer other)
    {
        await Task.WhenAll(one.PrepareAsync(), other.PrepareAsync());
        var before = (one.ProcessorTime, other.ProcessorTime);
        using var next = new PeriodicTimer(BetweenCheckIns);
        for (var person = 0; person < People && await next.WaitForNextTickAsync(); person++)
        {
            await Task.WhenAll(one.CheckInAsync(person), other.CheckInAsync(person));
        }

        await Task.Delay(Quiet);
        var spent = (one.ProcessorTime - before.Item1, other.ProcessorTime - before.Item2);
        await Task.WhenAll(one.UndoAsync(), other.UndoAsync());
        return spent;
    }

    private static IEnumerable<Figure> Describe(string label, Result result) =>
    [
        Figure.Of($"{label}: check-ins/s, {Callers} callers", result.CheckIns, "N0"),
        Figure.Of($"{label}: server CPU of a check-in, ms", result.CheckInMs, "0.00"),
        Figure.Of($"{label}: bytes to a watcher for each change", result.BytesPerChange, "N0"),
        Figure.Of($"{label}: messages delivered per CPU second", result.Deliveries, "N0"),
        Figure.Of($"{label}: watcher-changes per CPU second", result.WatcherChanges, "N0"),
    ];

    /// <param name="CheckIns">Check-ins in a second.</param>
    /// <param name="CheckInMs">The processor time of a check-in, in ms.</param>
    /// <param name="BytesPerChange">What one watcher receives for each check-in.</param>
    /// <param name="Deliveries">Messages received by watchers, for each second of the push's processor time.</param>
    /// <param name="WatcherChanges">Check-ins that reached a watcher, for each second of the push's processor time.</param>
    private sealed record Result(double CheckIns, double CheckInMs, double BytesPerChange, double Deliveries, double WatcherChanges);
}
