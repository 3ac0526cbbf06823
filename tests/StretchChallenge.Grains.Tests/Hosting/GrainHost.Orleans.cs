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
    public async partial Task DeactivateAsync(IAddressable grain) =>
        await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure) =>
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort.Find(), gatewayPort: FreePort.Find());
            configure(silo);
        });
}
