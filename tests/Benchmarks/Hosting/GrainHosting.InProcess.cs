using Microsoft.Extensions.Hosting;

namespace StretchChallenge.Benchmarks.Hosting;

/// <summary>Runs the grains on the silo of this repository.</summary>
internal static class GrainHosting
{
    /// <summary>Adds the grains.</summary>
    public static void AddGrains(this IHostApplicationBuilder builder) => builder.UseOrleans(_ => { });
}
