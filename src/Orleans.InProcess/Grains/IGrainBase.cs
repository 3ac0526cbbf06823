using Orleans.Runtime;

namespace Orleans;

/// <summary>What every grain class has: a context, and a say when it comes and goes.</summary>
public interface IGrainBase
{
    /// <summary>The activation that this instance belongs to.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs before the first request; if it throws, the waiting requests fail and the next one tries again.</summary>
    /// <param name="token">Cancelled when the activation should be given up.</param>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Runs after the last request. It is not a place to save what must not be lost: a crash skips it.</summary>
    /// <param name="reason">Why the activation ends.</param>
    /// <param name="token">Cancelled when the runtime stops waiting.</param>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
