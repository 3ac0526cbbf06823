using System.Net;
using Microsoft.AspNetCore.Connections;

namespace StretchChallenge.Server.Hosting;

/// <summary>
/// The silo of a server with SQLite. It is the only one of its cluster and its callers are in the same process, so it
/// opens no port: any number of servers can run on one machine.
/// </summary>
internal static class EmbeddedSilo
{
    /// <summary>Makes the silo a cluster of one, without a gateway for clients and without a socket for other silos.</summary>
    public static ISiloBuilder UseNoNetwork(this ISiloBuilder silo)
    {
        // No socket is opened for the silo's port, which is only part of its name. Gateway port 0 disables the gateway.
        silo.UseLocalhostClustering(gatewayPort: 0);

        // The service keys of Orleans' two listeners are internal, so they are read from its registrations.
        var listeners = silo.Services
            .Where(service => service.IsKeyedService && service.ServiceType == typeof(IConnectionListenerFactory))
            .ToList();
        foreach (var listener in listeners)
        {
            silo.Services.Remove(listener);
            silo.Services.AddKeyedSingleton<IConnectionListenerFactory>(listener.ServiceKey, new ClosedListenerFactory());
        }

        return silo;
    }

    private sealed class ClosedListenerFactory : IConnectionListenerFactory
    {
        public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<IConnectionListener>(new ClosedListener(endpoint));
    }

    /// <summary>A listener that accepts no connection.</summary>
    private sealed class ClosedListener(EndPoint endpoint) : IConnectionListener
    {
        private readonly TaskCompletionSource<ConnectionContext?> _unbound = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndPoint EndPoint => endpoint;

        // Null tells the accepting loop that the listener was unbound.
        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
            new(_unbound.Task.WaitAsync(cancellationToken));

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            _unbound.TrySetResult(null);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
