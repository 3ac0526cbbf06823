namespace Orleans.InProcess;

/// <summary>When an activation is idle for too long. Called by the collector, on any thread.</summary>
internal sealed partial class Activation
{
    /// <summary>See <see cref="Grain.DelayDeactivation"/>.</summary>
    public void DelayDeactivation(TimeSpan timeSpan) => Volatile.Write(ref _keptAliveUntil, timeSpan switch
    {
        _ when timeSpan == Timeout.InfiniteTimeSpan => long.MaxValue,
        _ when timeSpan <= TimeSpan.Zero => long.MinValue,
        _ => silo.Clock.GetTimestamp() + silo.ToTimestampTicks(timeSpan),
    });

    /// <summary>Asks the activation to end if it has been idle for its collection age.</summary>
    public void CollectIfIdle(long now, TimeSpan defaultAge)
    {
        var age = grainClass.CollectionAge ?? defaultAge;
        if (age != Timeout.InfiniteTimeSpan
            && now - Volatile.Read(ref _lastUsed) >= silo.ToTimestampTicks(age)
            && now >= Volatile.Read(ref _keptAliveUntil)
            && Mailbox.IsIdle)
        {
            Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, $"Idle for {age}."));
        }
    }
}
