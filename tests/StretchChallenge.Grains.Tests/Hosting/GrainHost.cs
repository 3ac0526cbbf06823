using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Orleans.Configuration;
using Orleans.Core.Internal;
using StretchChallenge.Grains.Reminders;
using StretchChallenge.Grains.Tests.Faults;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Grains.Tests.Hosting;

/// <summary>One life of the program: a silo with the grains, and the stores on a database that outlives it.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    // Tests let weeks pass at once: activations end when a test says so, and no call is late.
    private static readonly TimeSpan Long = TimeSpan.FromDays(20);
    private static readonly TimeSpan Longer = TimeSpan.FromDays(1000);

    private readonly IHost _host;

    private GrainHost(TestDatabase database, FakeTimeProvider clock, FaultPlan faults)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddLedgerStorage(builder.Configuration);
        builder.Services.AddFaults(faults);
        UseSilo(builder, silo => silo
            .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = Long)
            .Configure<GrainCollectionOptions>(options =>
            {
                (options.CollectionQuantum, options.CollectionAge) = (Long, Longer);
                (options.ActivationTimeout, options.DeactivationTimeout) = (Long, Long);
            }));
        _host = builder.Build();
    }

    public IGrainFactory Grains => Get<IGrainFactory>();

    public static async Task<GrainHost> StartAsync(TestDatabase database, FakeTimeProvider clock, FaultPlan faults)
    {
        var host = new GrainHost(database, clock, faults);
        await host._host.StartAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Ends the grain's activation, if it has one; its next call starts another.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "A grain has an activation in this host alone.")]
    public async Task DeactivateAsync(IAddressable grain) => await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

    /// <summary>Ends everything at once, as a power cut does: nobody is asked, nothing is finished.</summary>
    public async Task CrashAsync()
    {
        try
        {
            await _host.StopAsync(new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            // What was under way is cut off: that is the point.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private static void UseSilo(HostApplicationBuilder builder, Action<ISiloBuilder> configure)
    {
        // The test moves the grains' clock. The silo's upkeep goes by the machine's: it takes a leap of weeks for a fault.
        builder.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        builder.Services.AddKeyedSingleton(TimeProviderNames.Grains, (services, _) => services.GetRequiredService<TimeProvider>());
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort.Find(), gatewayPort: FreePort.Find()).UseLedgerReminders();
            configure(silo);
        });
    }
}
