using Orleans.InProcess;
using Orleans.Runtime;

namespace Orleans;

/// <summary>
/// The base of grain classes. The runtime makes the instance when the first request for its key arrives, runs one
/// request at a time on it, awaits included, and drops it when it has been idle for long.
/// </summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Binds the instance to the activation that is making it.</summary>
    protected Grain() => GrainContext = Activation.Current!;

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <summary>Gives this grain the references through which it calls others.</summary>
    protected IGrainFactory GrainFactory => Activation.Of(this).GrainFactory;

    /// <inheritdoc cref="IGrainBase.OnActivateAsync"/>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="IGrainBase.OnDeactivateAsync"/>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Ends this activation after the current request; the next call makes a new one.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps this activation from idle collection for at least <paramref name="timeSpan"/> from now.</summary>
    /// <param name="timeSpan">Zero takes an earlier delay back; infinite keeps the activation for good.</param>
    protected void DelayDeactivation(TimeSpan timeSpan) => Activation.Of(this).DelayDeactivation(timeSpan);
}
