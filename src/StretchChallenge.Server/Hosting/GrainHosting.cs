using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Serialization;
using StretchChallenge.Grains.Reminders;
using StretchChallenge.Server.Hosting.Cluster;
using StretchChallenge.Server.Telemetry;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting;

/// <summary>
/// Runs the grains on Microsoft Orleans: with SQLite on one silo inside this process, with PostgreSQL on a cluster whose
/// nodes find each other in the database.
/// </summary>
internal static class GrainHosting
{
    // The invariant name of the ADO.NET provider.
    private const string Npgsql = "Npgsql";

    /// <summary>Adds a silo, or with <see cref="NodeRole.Web" /> a client of other nodes' silos.</summary>
    public static void AddGrains(this WebApplicationBuilder builder)
    {
        var node = NodeOptions.Read(builder.Configuration);
        var ledger = LedgerOptions.Read(builder.Configuration);
        var options = new CommonOptions(
            TelemetryOptions.Read(builder.Configuration).Traces, OrleansDashboard.IsEnabled(builder.Configuration));
        builder.Services.AddSingleton(node);
        if (ledger.Provider == LedgerProvider.Sqlite)
        {
            builder.AddEmbeddedSilo(node, options);
        }
        else
        {
            builder.AddClusterNode(node, ledger, options);
        }

        // Lets Orleans serialise our own exceptions, which have no state besides their messages.
        builder.Services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.Add(nameof(StretchChallenge)));
    }

    private static void AddEmbeddedSilo(this WebApplicationBuilder builder, NodeOptions node, CommonOptions options)
    {
        if (node.Role == NodeRole.Web)
        {
            throw NodeOptions.Invalid("Cluster:Role is web, and Ledger:Provider is Sqlite; a cluster needs PostgreSql.");
        }

        builder.UseOrleans(silo => silo.UseNoNetwork().AddCommon(options));
    }

    private static void AddClusterNode(this WebApplicationBuilder builder, NodeOptions node, LedgerOptions ledger, CommonOptions options)
    {
        var database = ledger.ConnectionString
            ?? throw NodeOptions.Invalid("ConnectionStrings:Ledger must name the PostgreSQL server of the cluster.");
        var tls = ClusterTls.Read(builder.Configuration, builder.Environment.ContentRootPath);
        if (node.Role == NodeRole.Web)
        {
            builder.UseOrleansClient(client => client
                .Configure<ClusterOptions>(node.Apply)
                .UseAdoNetClustering(adoNet => (adoNet.Invariant, adoNet.ConnectionString) = (Npgsql, database))
                .AddOutgoingGrainCallFilter<RetryFilter>()
                .UseConnectionRetryFilter<ConnectionRetryFilter>()
                .When(tls is not null, it => it.UseTls(tls!.Apply))
                .When(options.HasDashboard, it => it.AddDashboard(OrleansDashboard.Apply))
                .When(options.IsTraced, it => it.AddActivityPropagation()));
            return;
        }

        // Orleans' strongly consistent directory is experimental: with it, grains of a killed node were unavailable for 20 s.
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(node.Apply)
            .Configure<EndpointOptions>(node.Apply)
            .Configure<ClusterMembershipOptions>(DetectFailuresQuickly)
            .UseAdoNetClustering(adoNet => (adoNet.Invariant, adoNet.ConnectionString) = (Npgsql, database))
            .When(tls is not null, it => it.UseTls(tls!.Apply))
            .ConfigureServices(services => services.AddSingleton<IFatalErrorHandler, NodeFailure>())
            .AddCommon(options));
    }

    private static ISiloBuilder AddCommon(this ISiloBuilder silo, CommonOptions options) => silo
        .UseLedgerReminders()
        .Configure<GrainCollectionOptions>(collection => collection.EnableActivationSheddingOnMemoryPressure = true)
        .AddIncomingGrainCallFilter<DatabaseFaultFilter>()
        .AddOutgoingGrainCallFilter<RetryFilter>()
        .When(options.HasDashboard, it => it.AddDashboard(OrleansDashboard.Apply))
        .When(options.IsTraced, it => it.AddActivityPropagation());

    // A node that fails is declared dead after three missed probes. When all nodes were lost at once, a new one ignores
    // the old entries as soon as their last report is 15 s old (three missed reports), within its time for joining.
    private static void DetectFailuresQuickly(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        membership.NumMissedProbesLimit = 3;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.MaxJoinAttemptTime = TimeSpan.FromSeconds(30);
        membership.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
    }

    private static T When<T>(this T builder, bool condition, Func<T, T> configure) => condition ? configure(builder) : builder;

    private sealed record CommonOptions(bool IsTraced, bool HasDashboard);
}
