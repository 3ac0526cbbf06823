using StretchChallenge.Testing.Live;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>A group session with its host and its guests, each on a connection of their own.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly HubClient _host;
    private readonly string _code;
    private readonly Guest[] _guests;
    private int _commands;

    private Room(HubClient host, string code, Guest[] guests)
    {
        _host = host;
        _code = code;
        _guests = guests;
    }

    /// <summary>The bytes that all guests have received so far.</summary>
    public long BytesReceived => _guests.Sum(guest => guest.BytesReceived);

    /// <summary>Opens a room of so many guests, who connect to each of the nodes in turn.</summary>
    public static async Task<Room> OpenAsync(Host host, IReadOnlyList<Uri> nodes, string routine, int guests)
    {
        const int AtOnce = 16;
        var code = await host.OpenAsync(routine);
        var hub = await host.ConnectAsync();
        await hub.CallAsync("JoinSession", code, null);
        var joined = new Guest[guests];
        await Parallel.ForAsync(0, guests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            joined[number] = await Guest.JoinAsync(nodes[number % nodes.Count], code, $"Guest {number + 1}"));
        return new Room(hub, code, joined);
    }

    /// <summary>Sends the host's next command: the start, then pause and resumption in turn.</summary>
    /// <inheritdoc cref="CommandAsync" />
    public Task<double> NextCommandAsync()
    {
        var number = _commands++;
        return CommandAsync(number == 0 ? "StartSession" : number % 2 == 1 ? "PauseSession" : "ResumeSession");
    }

    /// <summary>Sends a command of the host and answers how long it took until the last guest had heard of it, in ms.</summary>
    public async Task<double> CommandAsync(string command)
    {
        var heard = Array.ConvertAll(_guests, guest => guest.NextChangeAsync());
        var sent = TimeProvider.System.GetTimestamp();
        var answered = _host.CallAsync(command, _code);
        var last = (await Task.WhenAll(heard)).Max();
        await answered;
        return TimeProvider.System.GetElapsedTime(sent, last).TotalMilliseconds;
    }

    /// <summary>Lets every guest ask for the server's time.</summary>
    public Task SyncAsync() => Parallel.ForEachAsync(_guests, async (guest, _) => await guest.SyncAsync());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(_guests, async (guest, _) => await guest.DisposeAsync());
        await _host.DisposeAsync();
    }
}
