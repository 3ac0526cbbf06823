using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace Orleans.InProcess.Tests;

/// <summary>The silo of this repository.</summary>
internal sealed partial class GrainHost
{
    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure) =>
        builder.UseOrleans(configure);
}
