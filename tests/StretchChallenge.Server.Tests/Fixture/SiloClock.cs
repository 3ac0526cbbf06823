using Microsoft.Extensions.DependencyInjection;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Which clock the silo's own upkeep goes by.</summary>
internal static class SiloClock
{
    /// <summary>Leaves the test's clock to the grains: Orleans' silo takes a leap in time for a fault.</summary>
    public static void KeepSiloOnMachineClock(this IServiceCollection services)
    {
        services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        services.AddKeyedSingleton(
            TimeProviderNames.Grains, (provider, _) => provider.GetRequiredService<TimeProvider>());
    }
}
