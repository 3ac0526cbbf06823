using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;
using Orleans.Core.Internal;
using Orleans.Hosting;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Grains.Tests.Hosting;

/// <summary>Orleans' own silo, alone in a cluster on free ports.</summary>
internal sealed partial class GrainHost
{
    [SuppressMessage("Performance", "CA1822", Justification = "The silo of this repository needs the instance.")]
    public async partial Task DeactivateAsync(IAddressable grain) =>
        await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure)
    {
        // The test moves the grains' clock. The silo's upkeep goes by the machine's: it takes a leap of weeks for a fault.
        builder.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        builder.Services.AddKeyedSingleton(
            TimeProviderNames.Grains, (services, _) => services.GetRequiredService<TimeProvider>());
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort.Find(), gatewayPort: FreePort.Find());
            configure(silo);
        });
    }
}
