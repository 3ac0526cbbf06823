
namespace StretchChallenge.Grains;

/// <summary>A grain whose memory is a view of the ledger.</summary>
internal abstract class LedgerGrain : Grain
{
    /// <summary>
    /// Reads or writes the ledger. Where that fails, nobody knows whether memory still agrees with it: this
    /// activation ends, and the next call begins by reading.
    /// </summary>
    protected async Task<T> OrForgetAsync<T>(Func<Task<T>> work)
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

    /// <inheritdoc cref="OrForgetAsync{T}" />
    protected Task OrForgetAsync(Func<Task> work) => OrForgetAsync(async () =>
    {
        await work();
        return true;
    });
}
