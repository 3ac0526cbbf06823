using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using StretchChallenge.Server.Hosting.Cluster;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>
/// What is checked before anything is changed. Hosted services start in the order in which they are added, so these are
/// added before the ledger's migrations.
/// </summary>
internal static class StartChecks
{
    /// <summary>Adds the lock of the SQLite file, or the check of the cluster's name, and the check of the ports.</summary>
    public static void AddStartChecks(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<SingleInstanceLock>();
        builder.Services.AddHostedService<PortCheck>();
        if (LedgerOptions.Read(builder.Configuration).Provider == LedgerProvider.PostgreSql)
        {
            builder.Services.AddHostedService<ClusterNameCheck>();
        }
    }
}

/// <summary>A hosted service that refuses a start, or lets it go on, and does nothing else in the host's life.</summary>
internal abstract class StartCheck : IHostedLifecycleService
{
    /// <summary>Checks before any service has started; an exception ends the start.</summary>
    public abstract Task StartingAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>
/// Binds the configured ports once and releases them: Kestrel and Orleans bind theirs only after the database was migrated
/// and the node has joined its cluster.
/// </summary>
internal sealed class PortCheck(IConfiguration configuration, NodeOptions node, LedgerOptions ledger) : StartCheck
{
    /// <inheritdoc />
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var url in Urls())
        {
            Check(url);
        }

        if (ledger.Provider == LedgerProvider.PostgreSql && node.Role != NodeRole.Web)
        {
            Bind(node.Address ?? IPAddress.Any, node.SiloPort);
            Bind(node.Address ?? IPAddress.Any, node.GatewayPort);
        }

        return Task.CompletedTask;
    }

    // Kestrel's endpoints take the place of the plain addresses.
    private IEnumerable<string> Urls() =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList() is [_, ..] endpoints
            ? endpoints
            : (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Check(string url)
    {
        var address = BindingAddress.Parse(url);
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
        {
            return;
        }

        try
        {
            Bind(
                address.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.Host, out var ip) ? ip : IPAddress.Any,
                address.Port);
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new IOException($"Failed to bind to address {url}: address already in use.", new AddressInUseException(taken.Message, taken));
        }
        catch (SocketException)
        {
            // Kestrel knows more about the address and says what is wrong.
        }
    }

    private static void Bind(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        listener.Start();
    }
}
