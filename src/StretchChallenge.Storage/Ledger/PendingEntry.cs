using System.Diagnostics;

namespace StretchChallenge.Storage.Ledger;

/// <summary>An entry in the queue, with the caller who waits for it.</summary>
internal sealed class PendingEntry(LedgerEntry entry, long enteredAt, ActivityContext caller)
{
    // The caller goes on elsewhere: the writer's loop must not run its code.
    private readonly TaskCompletionSource<LedgerOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is to be written.</summary>
    public LedgerEntry Entry => entry;

    /// <summary>When it entered the queue, as a timestamp.</summary>
    public long EnteredAt => enteredAt;

    /// <summary>The caller's span; none where nobody traces.</summary>
    public ActivityContext Caller => caller;

    /// <summary>Ends with the commit.</summary>
    public Task<LedgerOutcome> Outcome => _completion.Task;

    /// <summary>Releases the caller.</summary>
    public void Complete(LedgerResult result)
    {
        if (result.Error is null)
        {
            _completion.SetResult(result.Outcome);
        }
        else
        {
            _completion.SetException(result.Error);
        }
    }
}
