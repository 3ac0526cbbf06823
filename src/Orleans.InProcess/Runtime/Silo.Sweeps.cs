namespace Orleans.InProcess;

/// <summary>What the silo does from time to time.</summary>
internal sealed partial class Silo
{
    /// <summary>Converts a span to the clock's timestamp ticks.</summary>
    public long ToTimestampTicks(TimeSpan span) => (long)(span.TotalSeconds * Clock.TimestampFrequency);

    /// <summary>Creates a timer on the silo's clock which carries nothing of the execution context it is made in.</summary>
    public ITimer CreateTimer(Action callback, TimeSpan dueTime, TimeSpan? period = null)
    {
        using var flow = ExecutionContext.SuppressFlow();
        return Clock.CreateTimer(
            static state => ((Action)state!)(), callback, dueTime, period ?? Timeout.InfiniteTimeSpan);
    }

    private void CollectIdle()
    {
        var now = Clock.GetTimestamp();
        foreach (var activation in Directory.Activations)
        {
            activation.CollectIfIdle(now, Collection.CollectionAge);
        }
    }

    private void ExpireRequests()
    {
        var timeout = _messaging.ResponseTimeout;
        var deadline = Clock.GetTimestamp() - ToTimestampTicks(timeout);
        foreach (var actor in Directory.Actors)
        {
            foreach (var request in actor.Mailbox.TakeOverdue(deadline))
            {
                if (request.Fail(new TimeoutException($"{request} on {actor} was not answered within {timeout}.")))
                {
                    LogTimedOut(request, actor);
                    Instruments.TimedOut(actor.GrainId.TypeName);
                }
            }
        }
    }
}
