using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace Orleans.InProcess.Tests;

/// <summary>The silo of this repository.</summary>
internal sealed partial class GrainHost
{
    public async partial Task TimeOutAsync(Task end)
    {
        while (!end.IsCompleted)
        {
            // What each step starts needs room.
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    public partial Task CollectIdleAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(17));
        return Task.CompletedTask;
    }

    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure) =>
        builder.UseOrleans(configure);
}
