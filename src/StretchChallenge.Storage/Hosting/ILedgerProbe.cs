namespace StretchChallenge.Storage.Hosting;

/// <summary>Tells whether the ledger can be used, for the readiness check.</summary>
public interface ILedgerProbe
{
    /// <summary>Returns where the database answers and the ledger takes entries; throws the reason where not.</summary>
    Task CheckAsync(CancellationToken cancellationToken = default);
}
