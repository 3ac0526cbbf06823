using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Tests.Faults;

/// <summary>Puts the planned faults before the stores of a program.</summary>
internal static class FaultServices
{
    public static void AddFaults(this IServiceCollection services, FaultPlan plan)
    {
        services.Decorate<IPeopleStore>(plan);
        services.Decorate<IChallengeStore>(plan);
        services.Decorate<ISessionStore>(plan);
        services.Decorate<ILedgerWriter>(plan);
    }

    private static void Decorate<TStore>(this IServiceCollection services, FaultPlan plan)
        where TStore : class
    {
        var real = services.Last(service => service.ServiceType == typeof(TStore));
        services.Remove(real);
        services.AddSingleton(provider => FaultyStore<TStore>.Before((TStore)Create(provider, real), plan));
    }

    private static object Create(IServiceProvider provider, ServiceDescriptor service) =>
        service.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);
}
