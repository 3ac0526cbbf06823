using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using StretchChallenge.Contracts.Sessions;

namespace StretchChallenge.Grains.Sessions;

/// <summary>The servers that watch a session, each with a lease, and who is there on each.</summary>
internal sealed class Audience
{
    /// <summary>How long a watch holds without renewal.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _time;
    private readonly ObserverManager<string, ISessionObserver> _observers;
    private readonly Dictionary<string, Server> _servers = new(StringComparer.Ordinal);

    public Audience(TimeProvider time, ILogger logger)
    {
        _time = time;
        _observers = new(Lease, logger) { GetDateTime = () => time.GetUtcNow().UtcDateTime };
    }

    /// <summary>Whether anybody watches.</summary>
    public bool IsEmpty => _observers.Count == 0;

    /// <summary>Begins or renews a server's lease.</summary>
    public void Watch(string server, ISessionObserver observer)
    {
        _observers.Subscribe(server, observer);
        On(server).RenewedAt = _time.GetUtcNow();
    }

    /// <summary>Ends a server's lease.</summary>
    public void Unwatch(string server)
    {
        _observers.Unsubscribe(server);
        _servers.Remove(server);
    }

    /// <summary>The participants with a connection on a server.</summary>
    public HashSet<string> PeopleOn(string server) => On(server).People;

    /// <summary>The servers that have not been heard of for too long, with when they were last; their leases end.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset RenewedAt, IReadOnlyCollection<string> People)> TakeLost()
    {
        var now = _time.GetUtcNow();
        var lost = _servers.Where(server => now - server.Value.RenewedAt > Lease).ToArray();
        foreach (var (name, _) in lost)
        {
            Unwatch(name);
        }

        return [.. lost.Select(server => (server.Key, server.Value.RenewedAt, (IReadOnlyCollection<string>)server.Value.People))];
    }

    /// <summary>Tells every server.</summary>
    public Task SendAsync(Func<ISessionObserver, Task> tell) => _observers.Notify(tell);

    private Server On(string name)
    {
        if (!_servers.TryGetValue(name, out var server))
        {
            _servers[name] = server = new Server { RenewedAt = _time.GetUtcNow() };
        }

        return server;
    }

    private sealed class Server
    {
        public HashSet<string> People { get; } = new(StringComparer.Ordinal);

        public DateTimeOffset RenewedAt { get; set; }
    }
}
