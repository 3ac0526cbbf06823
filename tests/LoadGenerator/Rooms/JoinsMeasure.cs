using HdrHistogram;
using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>Thousands join one room within ten seconds, while its host starts, pauses and resumes the break.</summary>
internal sealed class JoinsMeasure : IMeasure
{
    // As many as a room has places for.
    private const int Guests = 2_500;
    private const double Goal = 250;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenCommands = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    public string Name => "joins";

    /// <inheritdoc />
    public string Title => $"{Guests:N0} guests join one room within {Window.TotalSeconds} s, while its host commands it";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = await Deployment.StartAsync(null, pace: 1);
        using var host = await Host.RegisterAsync(server);
        var hubs = new CountedHub[Guests];
        try
        {
            // Connected before, so that joining alone is measured.
            await Parallel.ForAsync(0, Guests, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
                hubs[number] = await CountedHub.ConnectAsync(server.Addresses[0]));
            var code = await host.OpenAsync("desk-break-10");
            await using var hub = await host.ConnectAsync();
            await hub.CallAsync("JoinSession", code, null);
            var commands = new LongHistogram(60_000_000, numberOfSignificantValueDigits: 3);
            var joins = new LongHistogram(60_000_000, numberOfSignificantValueDigits: 3);
            var joining = JoinAllAsync(hubs, code, joins);
            for (var given = 0; !joining.IsCompleted; given++)
            {
                var command = given == 0 ? "StartSession" : given % 2 == 1 ? "PauseSession" : "ResumeSession";
                commands.RecordValue(Microseconds(await Elapsed.OfAsync(() => hub.CallAsync(command, code))));
                await Task.Delay(BetweenCommands);
            }

            return
            [
                Figure.AtMost("all had joined after, s", (await joining).TotalSeconds, Window.TotalSeconds * 1.1, "0.0"),
                Figure.Of("a join, p99, ms", joins.GetValueAtPercentile(99) / 1000.0, "0.0"),
                Figure.Of("commands meanwhile", commands.TotalCount, "N0"),
                Figure.AtMost("a command, p99, ms", commands.GetValueAtPercentile(99) / 1000.0, Goal, "0.0"),
            ];
        }
        finally
        {
            await Parallel.ForEachAsync(hubs.OfType<CountedHub>(), async (hub, _) => await hub.DisposeAsync());
        }
    }

    // Each at a time of their own, evenly within the window.
    private static Task<TimeSpan> JoinAllAsync(CountedHub[] hubs, string code, LongHistogram times) => Elapsed.OfAsync(() => Task.WhenAll(
        hubs.Select(async (hub, number) =>
        {
            await Task.Delay(Window * ((double)number / Guests));
            var time = await Elapsed.OfAsync(() => hub.Client.CallAsync("JoinSession", code, $"Guest {number + 1}"));
            lock (times)
            {
                times.RecordValue(Microseconds(time));
            }
        })));

    private static long Microseconds(TimeSpan time) => (long)time.TotalMicroseconds;
}
