using System.Threading.Channels;
using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.Testing.Live;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>A live break with its host and its guests, each on a connection of their own.</summary>
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
        const int Concurrency = 16;
        var code = await host.OpenAsync(routine);
        var hub = await host.ConnectAsync();
        await hub.CallAsync("JoinSession", code, null);
        var joined = new Guest[guests];
        await Parallel.ForAsync(0, guests, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (number, _) =>
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

    /// <summary>Sends a command of the host; returns how long it took until the last guest had received the change, in ms.</summary>
    public async Task<double> CommandAsync(string command)
    {
        var received = Array.ConvertAll(_guests, guest => guest.NextChangeAsync());
        var sent = TimeProvider.System.GetTimestamp();
        var answered = _host.CallAsync(command, _code);
        var last = (await Task.WhenAll(received)).Max();
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

/// <summary>Somebody with an account and a challenge, who opens rooms.</summary>
internal sealed class Host : IDisposable
{
    private readonly Api _api;
    private readonly string _cookie;
    private readonly string _challenge;

    private Host(Api api, string cookie, string challenge)
    {
        _api = api;
        _cookie = cookie;
        _challenge = challenge;
    }

    /// <summary>Registers an account and creates its challenge.</summary>
    public static async Task<Host> RegisterAsync(Deployment server)
    {
        var api = new Api(server.Addresses[0]) { SetupCode = server.SetupCode };
        var (_, cookie) = await api.RegisterAsync("Host");
        var (challenge, _) = await api.CreateChallengeAsync(cookie);
        return new Host(api, cookie, challenge);
    }

    /// <summary>Opens a room; returns its code.</summary>
    public async Task<string> OpenAsync(string routine) =>
        (await _api.PostAsync("/api/sessions", _cookie, new { challengeId = _challenge, routineId = routine })).GetProperty("code").GetString()!;

    /// <summary>Connects the host to the hub.</summary>
    public Task<HubClient> ConnectAsync() => HubClient.ConnectAsync(_api.Address, _cookie);

    /// <inheritdoc />
    public void Dispose() => _api.Dispose();
}

/// <summary>A guest in a room, who notes when each change of the session arrives.</summary>
internal sealed class Guest : IAsyncDisposable
{
    private readonly CountedHub _hub;
    private readonly Channel<long> _changes = Channel.CreateUnbounded<long>();
    private readonly Task _reading;

    private Guest(CountedHub hub)
    {
        _hub = hub;
        _reading = ReadAsync();
    }

    /// <summary>The bytes received so far.</summary>
    public long BytesReceived => _hub.BytesReceived;

    /// <summary>Connects and joins.</summary>
    public static async Task<Guest> JoinAsync(Uri server, string code, string name)
    {
        var hub = await CountedHub.ConnectAsync(server);
        await hub.Client.CallAsync("JoinSession", code, name);
        return new Guest(hub);
    }

    /// <summary>The timestamp at which the next change of the session arrives.</summary>
    public Task<long> NextChangeAsync() => _changes.Reader.ReadAsync().AsTask();

    /// <summary>Asks for the server's time, as a browser does to keep its clock right.</summary>
    public Task SyncAsync() => _hub.Client.CallAsync("Sync", 0.0);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _reading;
    }

    private async Task ReadAsync()
    {
        await foreach (var pushed in _hub.Client.Events.ReadAllAsync())
        {
            if (pushed.Target == "SessionChanged")
            {
                _changes.Writer.TryWrite(TimeProvider.System.GetTimestamp());
            }
        }

        _changes.Writer.TryComplete(new IOException("The connection to the server ended."));
    }
}
