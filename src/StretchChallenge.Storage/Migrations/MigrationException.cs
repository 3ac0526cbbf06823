namespace StretchChallenge.Storage.Migrations;

/// <summary>The database's schema does not fit this program; the message says what to do.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>The usual message.</summary>
    public MigrationException()
        : this("The database's schema does not fit this program.")
    {
    }

    /// <summary>What does not fit, and what to do.</summary>
    public MigrationException(string message)
        : base(message)
    {
    }

    /// <summary>A message and the cause.</summary>
    public MigrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
