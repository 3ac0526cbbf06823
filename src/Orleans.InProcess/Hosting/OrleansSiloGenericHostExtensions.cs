using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.InProcess;
using Orleans.Runtime;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds a silo to a host.</summary>
public static class OrleansSiloGenericHostExtensions
{
    /// <summary>
    /// Runs grains in this host: those of all assemblies of the application that reference this runtime. Time comes
    /// from the <see cref="TimeProvider"/> of the services, the system's by default. Grains can be called by hosted
    /// services that are added later: these start after the silo, and stop before it.
    /// </summary>
    public static IHostApplicationBuilder UseOrleans(
        this IHostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(hostAppBuilder);
        ArgumentNullException.ThrowIfNull(configureDelegate);
        var services = hostAppBuilder.Services;
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        if (services.All(service => service.ServiceType != typeof(Silo)))
        {
            services.AddOptions<GrainCollectionOptions>().Validate(
                options => TimeSpan.Zero < options.CollectionQuantum && options.CollectionQuantum < options.CollectionAge,
                "CollectionAge must be longer than CollectionQuantum, and both positive.");
            services.AddOptions<SiloMessagingOptions>().Validate(
                options => options.ResponseTimeout >= TimeSpan.FromMilliseconds(10),
                "ResponseTimeout must be at least 10 ms.");
            services.AddSingleton<Silo>();
            services.AddHostedService(provider => provider.GetRequiredService<Silo>());
            services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<Silo>().GrainFactory);
            services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<IClusterClient>());
            services.AddTransient<IGrainContext>(_ => Activation.Current
                ?? throw new InvalidOperationException("Only a grain has a grain context."));
        }

        configureDelegate(new SiloBuilder(services, hostAppBuilder.Configuration));
        return hostAppBuilder;
    }
}
