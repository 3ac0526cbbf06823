using Microsoft.Extensions.Logging;

namespace StretchChallenge.Storage.Database;

/// <summary>
/// Whether the database takes writes, by the last one that was tried. Logs once when it stops to, and once when it does again.
/// </summary>
/// <param name="place">The database's file, or its server and name.</param>
/// <param name="logger">The log.</param>
internal sealed partial class WriteAccess(string place, ILogger logger)
{
    private int _isLost;

    /// <summary>Whether the last write failed because nothing can be written at the moment.</summary>
    public bool IsLost => Volatile.Read(ref _isLost) != 0;

    /// <summary>Notes that a write failed.</summary>
    public void Lose(string cause)
    {
        if (Interlocked.Exchange(ref _isLost, 1) == 0)
        {
            LogLost(place, cause);
        }
    }

    /// <summary>Notes that a write succeeded.</summary>
    public void Regain()
    {
        if (IsLost && Interlocked.Exchange(ref _isLost, 0) != 0)
        {
            LogRegained(place);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The database {Place} cannot be written to: {Cause}. Changes are refused until it can be again")]
    private partial void LogLost(string place, string cause);

    [LoggerMessage(2, LogLevel.Information, "The database {Place} can be written to again")]
    private partial void LogRegained(string place);
}
