namespace Orleans.InProcess;

/// <summary>How an activation comes and goes.</summary>
internal sealed partial class Activation
{
    protected override bool MayStartTurn =>
        _state == ActivationState.Active && (_deactivation is null or { Drains: true });

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) =>
        Deactivate(new Deactivation(deactivationReason, Drains: false));

    /// <summary>Asks the activation to end; the first wish counts. Any thread may ask.</summary>
    public void Deactivate(Deactivation deactivation)
    {
        Interlocked.CompareExchange(ref _deactivation, deactivation, null);
        SignalTurns();
    }

    /// <summary>Takes the activation out of the silo and fails all who wait for it. Any thread may ask.</summary>
    public void Abandon(Exception exception)
    {
        silo.Directory.Remove(this);
        foreach (var request in (List<Request>)[.. Mailbox.Close(), .. Mailbox.TakeOverdue(long.MaxValue)])
        {
            request.Fail(exception);
        }

        _ended.TrySetResult();
    }

    private bool IsReadyToEnd(Deactivation deactivation) =>
        deactivation.Drains ? Mailbox.IsIdle : !Mailbox.HasRunning;

    private async Task ActivateAsync()
    {
        silo.Instruments.Created(grainClass);
        try
        {
            if (_scope.CreateInstance(grainClass) is IGrainBase grain)
            {
                await Patience.GrantAsync(silo, GrainId, silo.Collection.ActivationTimeout, grain.OnActivateAsync);
            }

            _state = ActivationState.Active;
            SignalTurns();
        }
        catch (Exception exception)
        {
            // Whatever the grain threw is for its callers; the next call tries again.
            silo.Instruments.FailedToActivate();
            silo.LogActivationFailed(exception, GrainId);
            await ReleaseAsync();
            Abandon(exception);
        }
    }

    private async Task DeactivateAsync(Deactivation deactivation)
    {
        DisposeTimers();
        try
        {
            if (GrainInstance is IGrainBase grain)
            {
                await Patience.GrantAsync(
                    silo,
                    GrainId,
                    silo.Collection.DeactivationTimeout,
                    token => grain.OnDeactivateAsync(deactivation.Reason, token));
            }
        }
        catch (Exception exception)
        {
            // The grain had its say; the activation ends all the same.
            silo.LogDeactivationFailed(exception, GrainId);
        }

        await ReleaseAsync();
        silo.Directory.Remove(this);
        foreach (var request in Mailbox.Close())
        {
            silo.Forward(GrainId, request);
        }

        _ended.TrySetResult();
    }

    private void DisposeTimers()
    {
        foreach (var timer in _timers.ToArray())
        {
            timer.Dispose();
        }
    }

    private async Task ReleaseAsync()
    {
        _state = ActivationState.Ended;
        silo.Instruments.Gone(grainClass);
        DisposeTimers();
        try
        {
            await _scope.DisposeAsync();
        }
        catch (Exception exception)
        {
            // A grain that cannot be disposed of must not keep its successor from coming.
            silo.LogDeactivationFailed(exception, GrainId);
        }
    }
}
