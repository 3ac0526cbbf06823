using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>
/// One life of a grain, from its first request to its deactivation. Its fields belong to its own turns, except where
/// a comment says otherwise.
/// </summary>
internal sealed partial class Activation(GrainId grainId, GrainClass grainClass, Silo silo)
    : Actor(grainId, silo.Clock, grainClass.IsReentrant), IGrainContext
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<GrainTimer> _timers = [];
    private readonly GrainScope _scope = new(silo.Services);
    private ActivationState _state;

    // Set once by any thread, and never taken back.
    private Deactivation? _deactivation;

    // Timestamps of the silo's clock, read by the collector.
    private long _lastUsed = silo.Clock.GetTimestamp();
    private long _keptAliveUntil = long.MinValue;

    /// <summary>The activation whose turn the calling code is part of, if any.</summary>
    public static Activation? Current => Running as Activation;

    public object? GrainInstance => _scope.Instance;

    public IServiceProvider ActivationServices => _scope.Services;

    public IGrainFactory GrainFactory => silo.GrainFactory;

    /// <summary>Completes when the activation has ended, well or badly.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The activation behind a grain instance.</summary>
    public static Activation Of(IGrainBase grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain.GrainContext as Activation
            ?? throw new InvalidOperationException($"{grain.GetType()} was created outside of the runtime.");
    }

    public TGrainInterface CreateReference<TGrainInterface>() =>
        GrainReference.Create<TGrainInterface>(silo, GrainId);

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        if (Current != this)
        {
            throw new InvalidOperationException($"A timer of {GrainId} was registered outside of its turns.");
        }

        var timer = new GrainTimer(this, callback, options, silo);
        timer.Change(options.DueTime, options.Period);
        _timers.Add(timer);
        return timer;
    }

    public void Forget(GrainTimer timer) => _timers.Remove(timer);

    public override void RunTurns()
    {
        if (_state == ActivationState.Created)
        {
            _state = ActivationState.Activating;
            _ = ActivateAsync();
        }

        StartTurns(GrainInstance!);
        if (_state == ActivationState.Active && _deactivation is { } deactivation && IsReadyToEnd(deactivation))
        {
            _state = ActivationState.Deactivating;
            _ = DeactivateAsync(deactivation);
        }
    }

    protected override void EndTurn(Request request)
    {
        if (request.KeepsAlive)
        {
            Volatile.Write(ref _lastUsed, silo.Clock.GetTimestamp());
        }

        base.EndTurn(request);
    }
}
