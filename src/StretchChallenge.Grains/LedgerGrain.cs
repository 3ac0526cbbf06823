namespace StretchChallenge.Grains;

/// <summary>The base of grains that keep a view of the ledger in memory.</summary>
internal abstract class LedgerGrain : Grain
{
    /// <summary>
    /// Reads or writes the ledger. After a failure memory and ledger may differ, so the activation ends; the next call starts
    /// another one, which reads the ledger again.
    /// </summary>
    protected async Task<T> DeactivateOnFailureAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <inheritdoc cref="DeactivateOnFailureAsync{T}" />
    protected Task DeactivateOnFailureAsync(Func<Task> work) => DeactivateOnFailureAsync(
        async () =>
        {
            await work();
            return true;
        });
}
