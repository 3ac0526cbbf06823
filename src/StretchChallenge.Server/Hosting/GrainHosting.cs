using System.Net;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Serialization;
using StretchChallenge.Contracts;
using StretchChallenge.Grains.Reminders;
using StretchChallenge.Server.Hosting.Cluster;
using StretchChallenge.Server.Telemetry;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>
/// Runs the grains on Microsoft Orleans. With PostgreSQL the nodes find each other in its tables; with SQLite there is
/// one node.
/// </summary>
internal static class GrainHosting
{
    // The provider's name among ADO.NET's.
    private const string Npgsql = "Npgsql";

    /// <summary>Adds the grains, or the way to those of other nodes.</summary>
    public static void AddGrains(this WebApplicationBuilder builder)
    {
        var node = builder.AddNode();
        var ledger = LedgerOptions.Read(builder.Configuration);
        var isTraced = TelemetryOptions.Read(builder.Configuration).Traces;
        if (node.Role == NodeRole.Web)
        {
            builder.UseOrleansClient(client => client.Join(node, ledger).Trace(isTraced));
        }
        else
        {
            builder.UseOrleans(silo => silo.Join(node, ledger).UseLedgerReminders().BeQuickAboutFailures().LiveThroughThem().ShedUnderMemoryPressure().Trace(isTraced));
        }

        // Our own exceptions have no state beside their messages.
        builder.Services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.Add(nameof(StretchChallenge)));
    }

    private static IClientBuilder Join(this IClientBuilder client, NodeOptions node, LedgerOptions ledger) => client
        .Configure<ClusterOptions>(node.Apply)
        .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, ClusterTablesOf(ledger)))
        .AddOutgoingGrainCallFilter<RepeatedCalls>()
        .UseConnectionRetryFilter<UntilANodeIsThere>();

    private static ISiloBuilder Join(this ISiloBuilder silo, NodeOptions node, LedgerOptions ledger)
    {
        if (ledger.Provider == LedgerProvider.Sqlite)
        {
            return silo.UseLocalhostClustering(node.SiloPort, node.GatewayPort);
        }

        // With Orleans' strongly consistent directory (for evaluation still) the grains of a killed node were away for 20 s.
        return silo
            .Configure<ClusterOptions>(node.Apply)
            .Configure<EndpointOptions>(node.Apply)
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, ClusterTablesOf(ledger)));
    }

    // A node that is gone is noticed after three probes, and its grains then live on others. Where all are gone, nobody
    // notices: a new one goes by the last sign of life in the database, ends if that was too recent, and is started again.
    private static ISiloBuilder BeQuickAboutFailures(this ISiloBuilder silo) => silo.Configure<ClusterMembershipOptions>(membership =>
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        membership.NumMissedProbesLimit = 3;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.MaxJoinAttemptTime = TimeSpan.FromSeconds(30);
        membership.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
    });

    private static ISiloBuilder LiveThroughThem(this ISiloBuilder silo) => silo
        .AddIncomingGrainCallFilter<FaultsAcrossNodes>()
        .AddOutgoingGrainCallFilter<RepeatedCalls>();

    // A span's context then travels with each call.
    private static ISiloBuilder Trace(this ISiloBuilder silo, bool isTraced) => isTraced ? silo.AddActivityPropagation() : silo;

    private static IClientBuilder Trace(this IClientBuilder client, bool isTraced) => isTraced ? client.AddActivityPropagation() : client;

    private static ISiloBuilder ShedUnderMemoryPressure(this ISiloBuilder silo) =>
        silo.Configure<GrainCollectionOptions>(collection => collection.EnableActivationSheddingOnMemoryPressure = true);

    private static void Apply(this NodeOptions node, ClusterOptions cluster) =>
        (cluster.ClusterId, cluster.ServiceId) = (node.Name, node.Name);

    private static void Apply(this NodeOptions node, EndpointOptions endpoint)
    {
        (endpoint.SiloPort, endpoint.GatewayPort) = (node.SiloPort, node.GatewayPort);
        if (node.Address is { } address)
        {
            endpoint.AdvertisedIPAddress = address;
        }

        endpoint.SiloListeningEndpoint = new IPEndPoint(node.Address ?? IPAddress.Any, node.SiloPort);
        endpoint.GatewayListeningEndpoint = new IPEndPoint(node.Address ?? IPAddress.Any, node.GatewayPort);
    }

    private static string ClusterTablesOf(LedgerOptions ledger) => ledger.Provider == LedgerProvider.PostgreSql
        ? ledger.ConnectionString ?? throw NodeOptions.Impossible("ConnectionStrings:Ledger must name the PostgreSQL server of the cluster.")
        : throw NodeOptions.Impossible("Cluster:Role is web, and Ledger:Provider is Sqlite; a cluster needs PostgreSql.");

    /// <summary>A node without grains waits for the first one that has some: they may well start together.</summary>
    private sealed class UntilANodeIsThere(TimeProvider time) : IClientConnectionRetryFilter
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

        public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
        {
            await Task.Delay(Pause, time, cancellationToken);
            return true;
        }
    }

    /// <summary>Says of a database that is away what another node understands: a driver's exceptions do not cross.</summary>
    private sealed class FaultsAcrossNodes : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            try
            {
                await context.Invoke();
            }
            catch (Exception fault) when (PassingFault.IsIn(fault))
            {
                throw new LedgerAbsentException(fault.Message);
            }
        }
    }

    /// <summary>
    /// Sends a call again where the node that ran the grain has gone or is going: the grain lives on another one as soon as
    /// the cluster has noticed. Only what may be done twice is sent twice.
    /// </summary>
    private sealed class RepeatedCalls(TimeProvider time) : IOutgoingGrainCallFilter
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

        /// <summary>A little longer than the cluster takes to notice that a node was killed.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        public async Task Invoke(IOutgoingGrainCallContext context)
        {
            var started = time.GetTimestamp();
            while (true)
            {
                try
                {
                    await context.Invoke();
                    return;
                }
                catch (OrleansMessageRejectionException) when (time.GetElapsedTime(started) < Patience && MayBeRepeated(context.InterfaceMethod))
                {
                    await Task.Delay(Pause, time);
                }
            }
        }

        private static bool MayBeRepeated(MethodInfo? method) =>
            method is not null && (method.IsDefined(typeof(ReadOnlyAttribute)) || method.IsDefined(typeof(RepeatableAttribute)));
    }
}
