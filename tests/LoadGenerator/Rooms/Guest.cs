using System.Threading.Channels;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.LoadGenerator.Rooms;

/// <summary>A guest in a room, who listens.</summary>
internal sealed class Guest : IAsyncDisposable
{
    private const string Change = "SessionChanged";

    private readonly HubClient _hub;
    private readonly Channel<long> _changes = Channel.CreateUnbounded<long>();
    private readonly Task _listening;

    private Guest(HubClient hub)
    {
        _hub = hub;
        _listening = ListenAsync();
    }

    /// <summary>The bytes received so far.</summary>
    public long BytesReceived => _hub.BytesReceived;

    /// <summary>Connects and joins.</summary>
    public static async Task<Guest> JoinAsync(Uri server, string code, string name)
    {
        var hub = await HubClient.ConnectAsync(server);
        await hub.CallAsync("JoinSession", code, name);
        return new Guest(hub);
    }

    /// <summary>The timestamp at which the next change of the session arrives.</summary>
    public Task<long> NextChangeAsync() => _changes.Reader.ReadAsync().AsTask();

    /// <summary>Asks for the server's time, as a browser does to keep its clock right.</summary>
    public Task SyncAsync() => _hub.CallAsync("Sync", 0.0);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _listening;
    }

    private async Task ListenAsync()
    {
        await foreach (var pushed in _hub.Events.ReadAllAsync())
        {
            if (pushed.Target == Change)
            {
                _changes.Writer.TryWrite(TimeProvider.System.GetTimestamp());
            }
        }

        _changes.Writer.TryComplete(new IOException("The connection to the server ended."));
    }
}
