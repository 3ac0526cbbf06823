namespace StretchChallenge.Grains;

/// <summary>A grain whose memory is a view of the ledger.</summary>
internal abstract class LedgerGrain : Grain
{
    /// <summary>
    /// Reads or writes the ledger. When that fails, memory may no longer agree with the ledger: this activation ends, and the
    /// next call starts one that reads the ledger anew.
    /// </summary>
    /// <param name="work">What to do.</param>
    /// <param name="notify">Notifies others after a failure: the write may have been committed all the same.</param>
    protected async Task<T> DeactivateOnFailureAsync<T>(Func<Task<T>> work, Func<Task>? notify = null)
    {
        try
        {
            return await work();
        }
        catch
        {
            await (notify?.Invoke() ?? Task.CompletedTask);
            DeactivateOnIdle();
            throw;
        }
    }

    /// <inheritdoc cref="DeactivateOnFailureAsync{T}" />
    protected Task DeactivateOnFailureAsync(Func<Task> work, Func<Task>? notify = null) => DeactivateOnFailureAsync(
        async () =>
        {
            await work();
            return true;
        },
        notify);
}
