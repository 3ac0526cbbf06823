using System.Globalization;
using HdrHistogram;
using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>How long it takes from a host's command to the last guest's receipt, in one room or in many at once.</summary>
internal sealed class RoomMeasure : IMeasure
{
    private const string Routine = "desk-break-10";
    private const double Goal = 250;

    /// <summary>How many commands the hosts of all rooms give in all.</summary>
    private const int Commands = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly int _rooms;
    private readonly int _guests;

    private RoomMeasure(string name, int rooms, int guests)
    {
        Name = name;
        _rooms = rooms;
        _guests = guests;
    }

    /// <summary>One room of 2,000.</summary>
    public static RoomMeasure OneLarge { get; } = new("room", 1, 2_000);

    /// <summary>20 rooms of 50 at once.</summary>
    public static RoomMeasure ManySmall { get; } = new("rooms", 20, 50);

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string Title => string.Create(
        CultureInfo.InvariantCulture, $"From the host's command to the last guest's receipt, {_guests:N0} guests, rooms: {_rooms}");

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var server = await Deployment.StartAsync(null, pace: 1);
        using var host = await Host.RegisterAsync(server);
        var rooms = new List<Room>();
        try
        {
            var opening = TimeProvider.System.GetTimestamp();
            for (var number = 0; number < _rooms; number++)
            {
                rooms.Add(await Room.OpenAsync(host, server.Addresses, Routine, _guests));
            }

            var opened = TimeProvider.System.GetElapsedTime(opening);
            var times = new LongHistogram(60_000_000, numberOfSignificantValueDigits: 3);
            foreach (var time in (await Task.WhenAll(rooms.Select(CommandAsync))).SelectMany(ofRoom => ofRoom))
            {
                times.RecordValue((long)(time * 1000));
            }

            return Report(times, opened);
        }
        finally
        {
            await Task.WhenAll(rooms.Select(room => room.DisposeAsync().AsTask()));
        }
    }

    private async Task<List<double>> CommandAsync(Room room)
    {
        var times = new List<double> { await room.NextCommandAsync() };
        for (var given = 1; given < Commands / _rooms; given++)
        {
            await Task.Delay(Pause);
            times.Add(await room.NextCommandAsync());
        }

        return times;
    }

    // The times are in µs.
    private IReadOnlyList<Figure> Report(LongHistogram times, TimeSpan opened) =>
    [
        Figure.Of("joins/s while the rooms filled", _rooms * _guests / opened.TotalSeconds, "N0"),
        Figure.Of("commands", times.TotalCount, "N0"),
        Figure.Of("median, ms", times.GetValueAtPercentile(50) / 1000.0, "0.0"),
        Figure.AtMost("p99, ms", times.GetValueAtPercentile(99) / 1000.0, Goal, "0.0"),
        Figure.Of("longest, ms", times.GetMaxValue() / 1000.0, "0.0"),
    ];
}
