namespace StretchChallenge.Storage.Hosting;

/// <summary>
/// The database cannot serve at the moment, as a node tells another: a driver's own exceptions stay in their process.
/// What was being written may have been written all the same.
/// </summary>
public sealed class LedgerAbsentException : Exception
{
    /// <summary>The usual message.</summary>
    public LedgerAbsentException()
        : this("The database cannot serve at the moment.")
    {
    }

    /// <summary>What the driver said.</summary>
    public LedgerAbsentException(string message)
        : base(message)
    {
    }

    /// <summary>What the driver said, and the cause.</summary>
    public LedgerAbsentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
