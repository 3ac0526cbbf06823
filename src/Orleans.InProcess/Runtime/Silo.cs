using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Runs the grains of this process: takes calls while the host runs, and ends activations when it stops.</summary>
internal sealed partial class Silo : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _abandoned = new();
    private readonly ILogger<Silo> _logger;
    private readonly SiloMessagingOptions _messaging;
    private readonly List<ITimer> _sweeps = [];
    private volatile SiloState _state;

    public Silo(
        IServiceProvider services,
        TimeProvider clock,
        IOptions<GrainCollectionOptions> collection,
        IOptions<SiloMessagingOptions> messaging,
        IMeterFactory meters,
        ILogger<Silo> logger)
    {
        Services = services;
        Clock = clock;
        Catalog = new GrainCatalog(GrainAssemblies.GrainClasses);
        Directory = new ActivationDirectory(Catalog, this);
        GrainFactory = new GrainFactory(this);
        Instruments = new SiloInstruments(meters, clock, Directory.Activations.Count);
        Collection = collection.Value;
        _messaging = messaging.Value;
        _logger = logger;
    }

    public IServiceProvider Services { get; }

    public TimeProvider Clock { get; }

    public GrainCatalog Catalog { get; }

    public ActivationDirectory Directory { get; }

    public GrainFactory GrainFactory { get; }

    /// <summary>What it tells of itself.</summary>
    public SiloInstruments Instruments { get; }

    /// <summary>How long activations may take to come and to go.</summary>
    public GrainCollectionOptions Collection { get; }

    /// <summary>Cancelled when the host stops waiting for activations to end.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Posts a request to the actor with an identity; a refused one fails.</summary>
    public void Post(GrainId target, Request request)
    {
        if (Refusal() is { } refusal)
        {
            request.Fail(refusal);
            return;
        }

        try
        {
            while (!Directory.GetOrCreate(target).TryPost(request))
            {
                // It ended in between: the next one is another.
            }
        }
        catch (OrleansException exception)
        {
            request.Fail(exception);
        }
    }

    /// <summary>Passes on a request whose activation ended before it ran.</summary>
    public void Forward(GrainId target, Request request)
    {
        if (request.IsLocal)
        {
            return;
        }

        if (request.Forwards++ < _messaging.MaxForwardCount)
        {
            Post(target, request);
        }
        else
        {
            request.Fail(new OrleansException($"{target} was deactivated again and again before {request} ran."));
        }
    }

    /// <summary>Takes no more calls, stopped or not. The container may call it more than once.</summary>
    public void Dispose()
    {
        _state = SiloState.Stopped;
        _sweeps.ForEach(sweep => sweep.Dispose());
        _abandoned.Cancel();
    }

    private OrleansException? Refusal() => _state switch
    {
        SiloState.Running => null,
        SiloState.Stopping when Actor.Running is not null => null,
        SiloState.Created => new OrleansException("Grains cannot be called yet: the host has not started."),
        _ => new OrleansException("Grains cannot be called any more: the host is stopping."),
    };
}
