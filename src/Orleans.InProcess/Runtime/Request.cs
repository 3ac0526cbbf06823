namespace Orleans.InProcess;

/// <summary>Something an actor is asked to do: a call or the tick of a timer. Running it is a turn.</summary>
internal abstract class Request
{
    protected Request(Interleaving interleaving)
    {
        Interleaving = interleaving;
        Node = new LinkedListNode<Request>(this);
    }

    /// <summary>Which running requests this one may join.</summary>
    public Interleaving Interleaving { get; }

    /// <summary>Its place in the mailbox.</summary>
    public LinkedListNode<Request> Node { get; }

    /// <summary>When it was posted, as a timestamp of the silo's clock.</summary>
    public long PostedAt { get; set; }

    /// <summary>How often it was passed on to a new activation.</summary>
    public int Forwards { get; set; }

    /// <summary>Whether it counts as use of the activation.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>Whether it belongs to one activation and is dropped with it.</summary>
    public virtual bool IsLocal => false;

    /// <summary>Runs on the actor's scheduler; the task never fails.</summary>
    public abstract Task InvokeAsync(object target);

    /// <summary>Tells the caller how it went, once the turn has ended.</summary>
    public virtual void Answer()
    {
    }

    /// <summary>Fails the caller's task, unless it has its answer already; a request not yet running never runs.</summary>
    public abstract bool Fail(Exception exception);
}
