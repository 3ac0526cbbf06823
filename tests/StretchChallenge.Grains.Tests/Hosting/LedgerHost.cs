using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StretchChallenge.Grains.Tests.Faults;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Users;
using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Grains.Tests.Hosting;

/// <summary>The ledger and the stores of one test, on a database that outlives them, with the faults that the test plans.</summary>
internal sealed class LedgerHost : IAsyncDisposable
{
    private readonly IHost _host;

    private LedgerHost(TestDatabase database, TimeProvider clock, FaultPlan faults)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Services.AddSingleton(clock);
        builder.Services.AddLedgerStorage(builder.Configuration);
        AddFaults<IPeopleStore>(builder.Services, faults);
        AddFaults<IParticipantStore>(builder.Services, faults);
        AddFaults<IChallengeStore>(builder.Services, faults);
        AddFaults<IChangeFeed>(builder.Services, faults);
        AddFaults<ISessionStore>(builder.Services, faults);
        AddFaults<ILedgerWriter>(builder.Services, faults);
        _host = builder.Build();
    }

    public IServiceProvider Services => _host.Services;

    public static async Task<LedgerHost> StartAsync(TestDatabase database, TimeProvider clock, FaultPlan faults)
    {
        var ledger = new LedgerHost(database, clock, faults);
        await ledger._host.StartAsync();
        return ledger;
    }

    /// <summary>Ends everything at once: nothing is finished.</summary>
    public async Task KillAsync()
    {
        try
        {
            await _host.StopAsync(new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            // What was under way is cut off: that is the point.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private static void AddFaults<TStore>(IServiceCollection services, FaultPlan plan)
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
