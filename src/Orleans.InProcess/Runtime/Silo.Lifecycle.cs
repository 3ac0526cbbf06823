using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>How the silo starts and stops.</summary>
internal sealed partial class Silo
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var patrol = _messaging.ResponseTimeout / 10;
        _sweeps.Add(CreateTimer(CollectIdle, Collection.CollectionQuantum, Collection.CollectionQuantum));
        _sweeps.Add(CreateTimer(ExpireRequests, patrol, patrol));
        _state = SiloState.Running;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Refuses calls from outside, lets grains finish what they have begun, and ends all activations. Who still waits
    /// when the host's token is cancelled fails.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_state != SiloState.Running)
        {
            return;
        }

        _state = SiloState.Stopping;
        try
        {
            await DrainAsync().WaitAsync(cancellationToken);
            await DeactivateAllAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            AbandonAll();
        }

        _state = SiloState.Stopped;
        _sweeps.ForEach(sweep => sweep.Dispose());
    }

    /// <summary>Waits until a look at all activations finds each of them idle.</summary>
    private async Task DrainAsync()
    {
        while (Directory.Activations.Where(activation => !activation.Mailbox.IsIdle).ToList() is { Count: > 0 } busy)
        {
            await Task.WhenAll(busy.Select(activation => activation.Mailbox.WhenIdleAsync()));
        }
    }

    /// <summary>Ends all activations, those too that others call into life while they end.</summary>
    private async Task DeactivateAllAsync()
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The host is stopping.");
        while (Directory.Activations.ToList() is { Count: > 0 } activations)
        {
            activations.ForEach(activation => activation.Deactivate(new Deactivation(reason, Drains: true)));
            await Task.WhenAll(activations.Select(activation => activation.Ended));
        }
    }

    private void AbandonAll()
    {
        var activations = Directory.Activations.ToList();
        LogAbandoned(activations.Count);
        _state = SiloState.Stopped;
        _abandoned.Cancel();
        activations.ForEach(activation => activation.Abandon(new OrleansException("The host has stopped.")));
    }
}
