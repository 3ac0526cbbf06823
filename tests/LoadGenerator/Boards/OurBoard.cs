using System.Collections.Immutable;
using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.LoadGenerator.Rooms;

namespace StretchChallenge.LoadGenerator.Boards;

/// <summary>The product, as one process with SQLite.</summary>
internal sealed class OurBoard : IBoardServer
{
    private readonly Deployment _deployment;
    private readonly Members _members;
    private ImmutableArray<Watcher> _watchers = [];

    private OurBoard(Deployment deployment, Members members) => (_deployment, _members) = (deployment, members);

    /// <inheritdoc />
    public TimeSpan ProcessorTime => _deployment.ProcessorTime;

    /// <inheritdoc />
    public long Messages => _watchers.Sum(watcher => watcher.Messages);

    /// <inheritdoc />
    public long Bytes => _watchers.Sum(watcher => watcher.Hub.BytesReceived);

    /// <summary>Starts it, with so many people who are named to others.</summary>
    public static async Task<IBoardServer> StartAsync(int people)
    {
        var deployment = await Deployment.StartAsync(null);
        return new OurBoard(deployment, await Members.RegisterAsync(deployment, people, areNamed: true));
    }

    /// <inheritdoc />
    public async Task WatchAsync(int watchers)
    {
        var connected = new Watcher[watchers];
        await Parallel.ForAsync(0, watchers, async (number, _) =>
            connected[number] = await Watcher.ConnectAsync(_deployment.Addresses[0], _members.CookieOf(number), _members.ChallengeId));
        _watchers = [.. connected];
    }

    /// <inheritdoc />
    public Task PrepareAsync() => _members.StartRunsAsync();

    /// <inheritdoc />
    public Task CheckInAsync(int person) => _members.CheckInAsync(person);

    /// <inheritdoc />
    public Task UndoAsync() => _members.RemoveCheckInsAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _watchers)
        {
            await watcher.DisposeAsync();
        }

        _members.Dispose();
        await _deployment.DisposeAsync();
    }

    /// <summary>A person who watches the board.</summary>
    private sealed class Watcher : IAsyncDisposable
    {
        private readonly Task _reading;
        private long _messages;

        private Watcher(CountedHub hub)
        {
            Hub = hub;
            _reading = ReadAsync();
        }

        public CountedHub Hub { get; }

        public long Messages => Interlocked.Read(ref _messages);

        public static async Task<Watcher> ConnectAsync(Uri server, string cookie, string challengeId)
        {
            var hub = await CountedHub.ConnectAsync(server, cookie);
            await hub.Client.CallAsync("WatchStandings", challengeId, "personStreak");
            return new Watcher(hub);
        }

        public async ValueTask DisposeAsync()
        {
            await Hub.DisposeAsync();
            await _reading;
        }

        private async Task ReadAsync()
        {
            await foreach (var _ in Hub.Client.Events.ReadAllAsync())
            {
                Interlocked.Increment(ref _messages);
            }
        }
    }
}
