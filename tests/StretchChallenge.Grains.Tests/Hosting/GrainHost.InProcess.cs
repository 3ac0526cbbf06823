using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Hosting;
using Orleans.InProcess;
using Orleans.Runtime;

namespace StretchChallenge.Grains.Tests.Hosting;

/// <summary>The silo of this repository.</summary>
internal sealed partial class GrainHost
{
    public async partial Task DeactivateAsync(IAddressable grain)
    {
        var id = grain.GetGrainId();
        if (Get<Silo>().Directory.Activations.FirstOrDefault(activation => activation.GrainId == id) is { } activation)
        {
            activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "The test asked for it."));
            await activation.Ended;
        }
    }

    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure) =>
        builder.UseOrleans(configure);
}
