using Microsoft.Extensions.Hosting;
using StretchChallenge.Grains.Reminders;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Benchmarks.Hosting;

/// <summary>Runs the grains on Orleans' own silo, alone in a cluster on free ports.</summary>
internal static class GrainHosting
{
    /// <summary>Adds the grains.</summary>
    public static void AddGrains(this IHostApplicationBuilder builder) =>
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort.Find(), FreePort.Find()).UseLedgerReminders());
}
