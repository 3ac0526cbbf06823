using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Configuration;
using Orleans.TestingHost;
using StretchChallenge.Grains.Reminders;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Hosting;

/// <summary>
/// A silo that serves one test after the other. Its stores and its grains' clock are those of the current test, which leaves no
/// activation behind.
/// </summary>
internal sealed class TestSilo : IAsyncDisposable
{
    // Tests let weeks pass at once: activations end when a test says so.
    private static readonly TimeSpan Long = TimeSpan.FromDays(20);
    private static readonly TimeSpan Longer = TimeSpan.FromDays(1000);

    private readonly CurrentTest _current = new();
    private InProcessTestCluster? _cluster;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    private InProcessTestCluster Cluster => _cluster ?? throw new InvalidOperationException("The silo has not been started.");

    public IServiceProvider Services => Cluster.Silos.Single().ServiceProvider;

    /// <summary>Serves a test with these stores and this clock from now on; starts the silo where it does not run.</summary>
    public async Task ServeAsync(IServiceProvider ledger)
    {
        (_current.Services, _current.Clock) = (ledger, ledger.GetRequiredService<TimeProvider>());
        if (_cluster is null)
        {
            var builder = new InProcessTestClusterBuilder(1);
            (builder.Options.InitializeClientOnDeploy, builder.Options.ConfigureFileLogging) = (false, false);
            builder.ConfigureSilo((_, silo) => Configure(silo, _current));
            _cluster = builder.Build();
            await _cluster.DeployAsync();
        }
    }

    /// <summary>Ends the grain's activation, if it has one; its next call starts another.</summary>
    public Task DeactivateAsync(IAddressable grain) => Cluster.DeactivateAsync(grain);

    /// <summary>Ends all activations of ours, and waits until there are none: one that ends may have called another.</summary>
    public async Task DeactivateAllAsync()
    {
        var management = Grains.GetGrain<IManagementGrain>(0);
        while (await FindOursAsync() is { Length: > 0 } active)
        {
            await Task.WhenAll(active.Select(Cluster.DeactivateAsync)).WaitAsync(TimeSpan.FromMinutes(1));
        }

        async Task<GrainId[]> FindOursAsync() =>
        [
            .. (await management.GetDetailedGrainStatistics())
                .Where(grain => grain.GrainType.StartsWith("StretchChallenge.", StringComparison.Ordinal))
                .Select(grain => grain.GrainId),
        ];
    }

    /// <summary>Ends everything at once, as a power cut does: no activation is asked, nothing is finished.</summary>
    public async Task KillAsync()
    {
        try
        {
            await Cluster.Silos.Single().StopSiloAsync(stopGracefully: false);
        }
        catch (OperationCanceledException)
        {
            // What was under way is cut off: that is the point.
        }

        _cluster = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
            _cluster = null;
        }
    }

    private static void Configure(ISiloBuilder silo, CurrentTest current)
    {
        silo.UseLedgerReminders();
        var services = silo.Services;
        services.AddMetrics();
        services.AddSingleton<ParticipationMetrics>();
        foreach (var store in typeof(IPeopleStore).Assembly.GetExportedTypes().Where(type => type.IsInterface))
        {
            services.AddSingleton(store, _ => ForwardingStore.Create(store, current));
        }

        // The test moves the grains' clock. The silo's upkeep goes by the machine's, because it takes a leap of weeks for a fault;
        // calls never time out, however slow the machine is.
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new ForwardingClock(current)));
        services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        services.AddKeyedSingleton(TimeProviderNames.Grains, (provider, _) => provider.GetRequiredService<TimeProvider>());
        services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Messaging, new FakeTimeProvider());
        silo.Configure<SiloMessagingOptions>(options => (options.ResponseTimeout, options.DropExpiredMessages) = (Long, false));
        silo.Configure<GrainCollectionOptions>(options =>
        {
            (options.CollectionQuantum, options.CollectionAge) = (Long, Longer);
            (options.ActivationTimeout, options.DeactivationTimeout) = (Long, Long);
        });
    }

    /// <summary>Where the silo's stores and clock lead.</summary>
    internal sealed class CurrentTest
    {
        private volatile IServiceProvider? _services;

        public IServiceProvider Services
        {
            get => _services ?? throw new InvalidOperationException("The silo serves no test.");
            set => _services = value;
        }

        // Outlives the stores: the silo reads the clock while it stops.
        public TimeProvider Clock { get; set; } = TimeProvider.System;
    }

    private sealed class ForwardingClock(CurrentTest current) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override long TimestampFrequency => new FakeTimeProvider().TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => current.Clock.GetUtcNow();

        public override long GetTimestamp() => current.Clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            current.Clock.CreateTimer(callback, state, dueTime, period);
    }
}

/// <summary>A store that calls the one of the current test.</summary>
public class ForwardingStore : DispatchProxy
{
    private Type? _store;
    private TestSilo.CurrentTest? _current;

    internal static object Create(Type store, TestSilo.CurrentTest current)
    {
        var proxy = Create(store, typeof(ForwardingStore));
        ((ForwardingStore)proxy)._store = store;
        ((ForwardingStore)proxy)._current = current;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Invoke(
        _current!.Services.GetRequiredService(_store!), BindingFlags.DoNotWrapExceptions, null, args, null);
}
