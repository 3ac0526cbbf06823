using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Cluster;

/// <summary>Somebody who watches a board as the client does: adds changes to the snapshot, and watches again after a gap or a lost connection.</summary>
internal sealed class BoardWatcher : IAsyncDisposable
{
    private readonly Func<Task<HubClient>> _connect;
    private readonly string _challenge;
    private readonly string _board;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private volatile ImmutableDictionary<string, JsonElement> _rows = ImmutableDictionary<string, JsonElement>.Empty;
    private int _connections;

    /// <param name="connect">Makes a connection to the hub.</param>
    /// <param name="challenge">Whose board.</param>
    /// <param name="board">Which.</param>
    public BoardWatcher(Func<Task<HubClient>> connect, string challenge, string board)
    {
        (_connect, _challenge, _board) = (connect, challenge, board);
        _watching = WatchAsync();
    }

    /// <summary>The rows as they are shown, by id.</summary>
    public IReadOnlyDictionary<string, JsonElement> Rows => _rows;

    /// <summary>How often a connection was made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var hub = await _connect();
                Interlocked.Increment(ref _connections);
                await FollowAsync(hub);
            }
            catch (Exception exception) when (exception is WebSocketException or IOException or HubException or OperationCanceledException)
            {
                // The node is gone, or its grain is being called to life elsewhere: again.
                await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
            }
        }
    }

    private async Task FollowAsync(HubClient hub)
    {
        var version = await TakeSnapshotAsync(hub);
        await foreach (var next in hub.Events.ReadAllAsync(_stop.Token))
        {
            if (next.Target != "StandingsChanged")
            {
                continue;
            }

            var change = next.Message;
            var later = change.GetProperty("version").GetInt64();
            if (later > version + 1)
            {
                version = await TakeSnapshotAsync(hub);
            }
            else if (later == version + 1)
            {
                version = later;
                _rows = _rows
                    .RemoveRange(change.GetProperty("removed").EnumerateArray().Select(id => id.GetString()!))
                    .SetItems(Rows(change));
            }
        }

        static IEnumerable<KeyValuePair<string, JsonElement>> Rows(JsonElement message) => message.GetProperty("rows").EnumerateArray()
            .Select(row => KeyValuePair.Create(row.GetProperty("id").GetString()!, row));

        async Task<long> TakeSnapshotAsync(HubClient connection)
        {
            var snapshot = await connection.CallAsync("WatchStandings", _challenge, _board);
            _rows = ImmutableDictionary.CreateRange(Rows(snapshot));
            return snapshot.GetProperty("version").GetInt64();
        }
    }
}
