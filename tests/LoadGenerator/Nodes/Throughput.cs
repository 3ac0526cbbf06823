using StretchChallenge.LoadGenerator.Rooms;
using StretchChallenge.Testing.Reports;

namespace StretchChallenge.LoadGenerator.Nodes;

/// <summary>What one deployment did under load.</summary>
/// <param name="CheckIns">Check-ins in a second, each by somebody else.</param>
/// <param name="CheckInCost">The servers' processor time of one, in ms.</param>
/// <param name="Deliveries">Messages that reached guests in a second.</param>
/// <param name="DeliveryCost">The servers' processor time of one, in ms.</param>
/// <param name="GuestMemory">The servers' memory for one connected guest, in KB.</param>
internal sealed record Throughput(double CheckIns, double CheckInCost, double Deliveries, double DeliveryCost, double GuestMemory)
{
    private const int People = 300;
    private const int Volleys = 9;
    private const int Rooms = 4;
    private const int Guests = 100;
    private const int Commands = 200;

    /// <summary>Puts load on a deployment: first its people check in, then hosts command full rooms.</summary>
    public static async Task<Throughput> OfAsync(Deployment deployment)
    {
        using var staff = await Staff.HireAsync(deployment.Addresses, People);
        var volleys = new List<(double Rate, double Cost)>();
        for (var volley = 0; volley <= Volleys; volley++)
        {
            await staff.StartRoutinesAsync();
            volleys.Add(await MeasureAsync(deployment, People, staff.CheckInAsync));
            await staff.TakeBackAsync();
        }

        // The first one only warms up.
        volleys.RemoveAt(0);
        using var host = new Host(deployment.Addresses[0]);
        await host.SettleAsync();
        var before = deployment.Memory;
        var rooms = new List<Room>();
        try
        {
            for (var room = 0; room < Rooms; room++)
            {
                rooms.Add(await Room.OpenAsync(host, deployment.Addresses, "desk-break-10", Guests));
            }

            var memory = (deployment.Memory - before) / 1024.0 / (Rooms * Guests);
            var deliveries = await MeasureAsync(deployment, Rooms * Guests * Commands, () => Task.WhenAll(rooms.Select(CommandAsync)));
            return new Throughput(
                Median.Of(volleys, volley => volley.Rate), Median.Of(volleys, volley => volley.Cost), deliveries.Rate, deliveries.Cost, memory);
        }
        finally
        {
            await Task.WhenAll(rooms.Select(room => room.DisposeAsync().AsTask()));
        }
    }

    // How many in a second, and the processor time of one in ms.
    private static async Task<(double Rate, double Cost)> MeasureAsync(Deployment deployment, int count, Func<Task> work)
    {
        var before = deployment.ProcessorTime;
        var rate = await Rate.OfAsync(count, work);
        return (rate, (deployment.ProcessorTime - before).TotalMilliseconds / count);
    }

    // Each command waits until the last guest has heard of the one before.
    private static async Task CommandAsync(Room room)
    {
        for (var given = 0; given < Commands; given++)
        {
            await room.NextCommandAsync();
        }
    }
}
