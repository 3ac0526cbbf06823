namespace StretchChallenge.Storage.Ledger;

/// <summary>The ledger's queue is full, or closed because the program stops. Nothing was written; try again later.</summary>
public sealed class LedgerBusyException : Exception
{
    /// <summary>The usual message.</summary>
    public LedgerBusyException()
        : this("The ledger cannot take more check-ins at the moment.")
    {
    }

    /// <summary>A message of its own.</summary>
    public LedgerBusyException(string message)
        : base(message)
    {
    }

    /// <summary>A message and the cause.</summary>
    public LedgerBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
