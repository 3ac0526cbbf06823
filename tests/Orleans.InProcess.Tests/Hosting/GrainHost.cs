using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;
using StretchChallenge.Testing;

namespace Orleans.InProcess.Tests;

/// <summary>A running host with a silo, a clock that the test moves, and the stage that its grains play on.</summary>
internal sealed partial class GrainHost : IAsyncDisposable
{
    private readonly IHost _host;

    private GrainHost(Action<ISiloBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Stage);
        UseSilo(builder, configure);
        _host = builder.Build();
    }

    public ManualTimeProvider Clock { get; } = new();

    public Stage Stage { get; } = new();

    public LogRecorder Log { get; } = new();

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _host.Services;

    public static async Task<GrainHost> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var host = Create(configure);
        await host._host.StartAsync();
        return host;
    }

    /// <summary>A host that has not been started.</summary>
    public static GrainHost Create(Action<ISiloBuilder>? configure = null) => new(configure ?? (_ => { }));

    public Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    /// <summary>Lets the time pass that calls have for their answers, until something has come of it.</summary>
    public partial Task TimeOutAsync(Task end);

    /// <summary>Ends the activations that are idle, by the time that has passed.</summary>
    public partial Task CollectIdleAsync();

    private static partial void UseSilo(IHostApplicationBuilder builder, Action<ISiloBuilder> configure);
}
