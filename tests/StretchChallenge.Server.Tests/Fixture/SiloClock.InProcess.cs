using Microsoft.Extensions.DependencyInjection;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Which clock the silo's own upkeep goes by.</summary>
internal static class SiloClock
{
    /// <summary>Nothing to do: this silo has no upkeep that a leap in time would upset.</summary>
    public static void KeepSiloOnMachineClock(this IServiceCollection services) => ArgumentNullException.ThrowIfNull(services);
}
