using StretchChallenge.Testing.Live;

namespace StretchChallenge.LoadGenerator.Ticks;

/// <summary>Guests of the naive server, who listen.</summary>
internal sealed class TickRoom(HubClient[] guests) : IAsyncDisposable
{
    /// <summary>The bytes that all guests have received so far.</summary>
    public long BytesReceived => guests.Sum(guest => guest.BytesReceived);

    /// <summary>Connects so many guests.</summary>
    public static async Task<TickRoom> OpenAsync(Uri server, int guests)
    {
        var connected = new HubClient[guests];
        await Parallel.ForAsync(0, guests, async (number, _) => connected[number] = await HubClient.ConnectAsync(server));
        return new TickRoom(connected);
    }

    /// <summary>Starts the ticks.</summary>
    public Task StartAsync() => guests[0].CallAsync(nameof(TickHub.Start));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var guest in guests)
        {
            await guest.DisposeAsync();
        }
    }
}
