using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Takes requests from any thread and runs them as turns on its own scheduler.</summary>
internal abstract class Actor
{
    /// <summary>How many turns may start in a row before the continuations of others get theirs.</summary>
    private const int TurnsInARow = 16;

    private readonly ActivationTaskScheduler _scheduler;

    protected Actor(GrainId grainId, TimeProvider clock, bool isReentrant)
    {
        GrainId = grainId;
        Mailbox = new Mailbox(clock, isReentrant);
        _scheduler = new ActivationTaskScheduler(this);
    }

    /// <summary>The actor whose turn the calling code is part of, if any.</summary>
    public static Actor? Running => (TaskScheduler.Current as ActivationTaskScheduler)?.Owner;

    /// <summary>What it is called by.</summary>
    public GrainId GrainId { get; }

    /// <summary>What it has to do.</summary>
    public Mailbox Mailbox { get; }

    /// <summary>Whether it takes up requests now.</summary>
    protected virtual bool MayStartTurn => true;

    /// <summary>Posts a request; false if the actor has ended.</summary>
    public bool TryPost(Request request)
    {
        if (!Mailbox.TryPost(request))
        {
            return false;
        }

        SignalTurns();
        return true;
    }

    /// <summary>Starts what may be started; called by the scheduler alone.</summary>
    public abstract void RunTurns();

    public override string ToString() => GrainId.ToString();

    protected void SignalTurns() => _scheduler.SignalTurns();

    /// <summary>Starts the requests that may run.</summary>
    protected void StartTurns(object target)
    {
        for (var i = 0; i < TurnsInARow; i++)
        {
            if (!MayStartTurn || Mailbox.TryStart() is not { } request)
            {
                return;
            }

            StartTurn(target, request);
        }

        SignalTurns();
    }

    /// <summary>Frees the way for others, and only then answers: who has the answer finds the turn ended.</summary>
    protected virtual void EndTurn(Request request)
    {
        Mailbox.Complete(request);
        request.Answer();
    }

    private void StartTurn(object target, Request request)
    {
        var turn = request.InvokeAsync(target);
        if (turn.IsCompleted)
        {
            EndTurn(request);
        }
        else
        {
            _ = EndTurnAsync(turn, request);
        }
    }

    private async Task EndTurnAsync(Task turn, Request request)
    {
        await turn;
        EndTurn(request);
        SignalTurns();
    }
}
